"""The library as one file to hand on: a zip with the site, a word to whoever opens it, and checksums.

bundle.py says what goes in and whether it can travel, leaflet.py writes README.txt and checksums.txt, archive.py makes the zip.
"""
