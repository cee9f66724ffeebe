using Rubicon.Diagnostics;
using Rubicon.Matching;

namespace Rubicon.Reading.Names;

/// <summary>One name to screen, as a line of a file states it; or why there is none. Exactly one of the two is set.</summary>
/// <param name="Id">The line's own id, or its number when it states none.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Query">What to look for.</param>
/// <param name="Problem">Why the line was not understood: it is answered as not assessed, never as "no match".</param>
public sealed record NameLine(string Id, int Line, NameQuery? Query, Problem? Problem);
