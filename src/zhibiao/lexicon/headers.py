"""Words over the columns of indicator tables, common to many forms (headers.tsv). A form's own stand in parsing/forms.

Roles of indicator fields are the fields' names. sign and unit are joined into the value; list.* columns belong to the project of the
row; skip holds nothing worth keeping (serial numbers); extra is known and goes to `extra`. A role ending in ? or ~ depends on the
columns beside it: name? is the name only where no better column exists, value~ the value only where no annual one does."""

from __future__ import annotations

from zhibiao.lexicon.words import words

HEADERS = words("headers")
