"""What the rules read: the words of the library as they are heard or as they are compared, with their places."""
