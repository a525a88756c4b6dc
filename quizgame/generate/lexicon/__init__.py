"""What the generator knows of the world: tables of words, none of them about any one article."""
