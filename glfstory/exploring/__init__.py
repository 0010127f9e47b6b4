"""Many runs of a story: mechanical players, and the model beside the record."""
