"""Small PDF documents, written by hand."""

import textwrap


def pdf(*pages, **info):
    """A document of pages, each a list of lines ``(x, y, size, text)``; `info` gives its properties."""
    fonts = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", fonts]
    kids = []
    for page in pages:
        drawn = b"\n".join(
            b"BT /F1 %f Tf %f %f Td (%s) Tj ET" % (size, x, y, quoted(text)) for x, y, size, text in page
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        box = b"/MediaBox[0 0 420 595]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (box, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(b"<<%s>>" % b"".join(b"/%s(%s)" % (key.encode(), quoted(value)) for key, value in info.items()))
    return assembled(objects)


def quoted(text):
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def assembled(objects):
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(objects), len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)


def set_lines(paragraphs, *, width=60, x=40, y=540, size=10, leading=12, between=8, indent=0):
    """Paragraphs as the lines of one column, from the top down."""
    lines = []
    for paragraph in paragraphs:
        for number, text in enumerate(textwrap.wrap(paragraph, width)):
            lines.append((x + indent * (not number), y, size, text))
            y -= leading
        y -= between
    return lines
