using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Oxidized;

/// <summary>
/// Reads the configuration of one device, as Oxidized or an operator saved it. The dialect tells the platform and with it the
/// maker; comments above it often state version, model and serial number. Nothing else of a configuration is kept: it holds
/// secrets.
/// </summary>
internal static class ConfigurationFile
{
    /// <summary>So many lines are read for names; model and version stand at the top.</summary>
    private const int LinesRead = 5000;

    private const int MostComments = 12;

    public static bool Is(IReadOnlyList<string> lines) => ConfigurationDialect.Of(lines) is not null;

    public static IEnumerable<ReadRecord> Read(TextReader text, InputLedger ledger)
    {
        var lines = new List<string>();
        var source = new TextLines(text);
        while (lines.Count < LinesRead && source.Next() is { } line) lines.Add(line.TrimEnd());
        if (ConfigurationDialect.Of([.. lines.Take(200)]) is not { } dialect) yield break;
        ledger.Format = $"configuration/{dialect.Platform}";
        var statements = new RecordStatements();
        int first = 0;
        for (int i = 0; i < lines.Count; i++)
            foreach (var (field, value) in dialect.Stated(lines[i]))
            {
                if (field == Field.Name && first > 0) continue;
                if (field == Field.Name) first = i + 1;
                statements.Add(field, value, null, i + 1);
            }
        statements.Add(Field.Platform, dialect.Platform);
        if (Comments(lines) is { Length: > 0 } comments) statements.Add(Field.Banner, comments, "comments of the configuration");
        yield return statements.Close(SubjectKind.Device, new(ledger.File, 1), ProblemCatalog.ListingEmpty, "a configuration");
    }

    /// <summary>Comments that speak of the device: those at the top that name a version, a model or a maker.</summary>
    private static string Comments(List<string> lines)
    {
        var kept = new StringBuilder();
        int count = 0;
        foreach (string line in lines.Take(200))
        {
            string text = line.TrimStart('#', '!', ';', '/', '*', ' ');
            if (line.Length == 0 || line[0] == ' ' || text.Length == line.Length || text.Length is < 4 or > 300) continue;
            if (!text.Contains("version", StringComparison.OrdinalIgnoreCase) && !text.Contains("model", StringComparison.OrdinalIgnoreCase)
                && !text.Contains("chassis", StringComparison.OrdinalIgnoreCase) && !text.Contains("software", StringComparison.OrdinalIgnoreCase)
                && !text.Contains("uptime", StringComparison.OrdinalIgnoreCase)) continue;
            if (++count > MostComments) break;
            kept.Append(kept.Length == 0 ? "" : "\n").Append(text);
        }
        return kept.ToString();
    }
}
