"""What the notebooks show: data as frames, curves, errors, figures. Nothing that runs at work imports it."""
