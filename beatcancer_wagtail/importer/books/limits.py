"""How much one file of books may bring. What goes beyond is refused with a sentence, before anything is stored."""

MEGABYTE = 1024 * 1024

TABLE_BYTES = 50 * MEGABYTE
ONIX_BYTES = 500 * MEGABYTE  # read in a stream, product by product
ADMIN_BYTES = 20 * MEGABYTE
PRODUCT_BYTES = 5 * MEGABYTE
PRODUCT_DEPTH = 60
NO_PRODUCTS = 10_000

ROWS = 20_000  # by the command
ROWS_IN_THE_ADMIN = 2_000
COLUMNS = 200
HEADER_WITHIN = 30  # rows, from the top
RECORD_CHARACTERS = 100_000  # a row of a CSV file, all its cells together
RECORD_LINES = 200
CELL_CHARACTERS = 50_000
RAW_CHARACTERS = CELL_CHARACTERS + 1  # kept of a cell of a refused row: still too long when it is uploaded again

# An XLSX file is an archive: what it becomes when it is unpacked. Elements count as "<", with those that close.
SHEET_BYTES = 40 * MEGABYTE
STRINGS_BYTES = 30 * MEGABYTE
PART_BYTES = 5 * MEGABYTE
SHEET_TAGS = 3_000_000
PART_TAGS = 200_000
ROW_BYTES = MEGABYTE
PARTS = 2_000
SHEETS = 50
EMPTY_ROWS = 1_000  # one after another; then the sheet is over
MERGES = 10_000
MERGES_AT_ONCE = 50  # that reach over the same row

TAGS = 50
TAG_CHARACTERS = 100
