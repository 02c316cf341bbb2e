"""The report as one web page that needs no network: data blocks, and the style and script that draw them."""
