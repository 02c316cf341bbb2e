"""What users may set: bounds of reading, and the settings of zhibiao.toml and its exceptions."""
