"""Every form an article can come in, made into an `Article`.

The way of an article::

    opening -> formats (what is it?) -> decoding, guessing, mojibake (bytes to text)
      text:  frontmatter, markup            -> Draft of blocks
      HTML:  pages, pagefacts               -> Draft of blocks
      PDF:   documents, typeset, layout     -> Draft of blocks
    reading (wrapping, hyphens, stamps, dates, credits, sections): Draft -> Article
"""
