// Gives a folder without sources of its own a library all the same.
