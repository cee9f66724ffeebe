using System.Runtime.CompilerServices;

// The tests hold the candidate search equal to scoring every name, which callers have no use for.
[assembly: InternalsVisibleTo("Rubicon.Engine.Tests")]
