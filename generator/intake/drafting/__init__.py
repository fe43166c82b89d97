"""An article to the draft of a case: figures, dates, names and places, each with its paragraph, what is guessed marked."""
