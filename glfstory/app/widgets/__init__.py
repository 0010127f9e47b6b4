"""What screens are made of. A widget is given data by attributes and says things by messages; it knows no screen."""
