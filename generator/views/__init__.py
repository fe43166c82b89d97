"""Page views: what each page says, made from the library, before any template lays it out.

Publishers put views into templates and the search index takes its records from the same views, so a reader's page
and what search knows of it cannot differ.
"""
