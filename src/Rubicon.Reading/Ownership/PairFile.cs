using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Ownership;

/// <summary>A line of a person's word on two parties.</summary>
/// <param name="One">Name or key of the one.</param>
/// <param name="Other">Name or key of the other.</param>
/// <param name="AreOne">False when the person says that they are two.</param>
/// <param name="Where">The line.</param>
public sealed record PartyPair(string One, string Other, bool AreOne, SourceLocation Where);

/// <summary>A table of two columns, with comma, semicolon or tab between them: parties that are one. A third column <c>no</c> says that they are not.</summary>
public static class PairFile
{
    /// <summary>All lines with two names; others, and a header <c>party,same</c>, are passed over.</summary>
    public static ImmutableArray<PartyPair> Read(string file, Stream stream)
    {
        var rows = new ByteRows(stream);
        var pairs = ImmutableArray.CreateBuilder<PartyPair>();
        while (rows.NextRaw(out var raw))
        {
            // The separator is that of the line: a tab or a semicolon before a comma, of which names are full.
            rows.Separator = raw.Contains((byte)'\t') ? (byte)'\t' : raw.Contains((byte)';') ? (byte)';' : (byte)',';
            rows.Part(raw);
            if (rows.Cell(0).IsEmpty || rows.Cell(1).IsEmpty || (rows.Line == 1 && rows.Text(1) is "same" or "other")) continue;
            pairs.Add(new PartyPair(rows.Text(0), rows.Text(1), !rows.Text(2).Equals("no", StringComparison.OrdinalIgnoreCase), new SourceLocation(file, rows.Line)));
        }
        return pairs.ToImmutable();
    }
}
