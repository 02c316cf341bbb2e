"""Labels to and from the files of annotation tools, spreadsheets and Hugging Face datasets; nothing is lost on the way."""
