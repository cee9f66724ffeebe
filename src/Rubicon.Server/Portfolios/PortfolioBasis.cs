using System.Text.Json;
using Rubicon.Reports;
using Rubicon.Server.Stated;
using Rubicon.Storage;

namespace Rubicon.Server.Portfolios;

/// <summary>All that a run of a portfolio rests on, by name: the day, the data with their digests, the files, the answers. When it is what it was, nothing can have changed.</summary>
internal static class PortfolioBasis
{
    private const string Day = "day";

    public static SortedDictionary<string, string> Of(ServedLaw law, Portfolio portfolio, IReadOnlyList<PortfolioFile> files, StandingAnswers answers, DateOnly asOf)
    {
        var basis = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Day] = PlainText.Day(asOf), ["actor"] = portfolio.Actor, ["program"] = Answering.ProgramVersion.Text };
        foreach (var source in law.Loaded.Sources().Concat(law.Lists(asOf, asOf).Sources())) basis[$"{source.Kind} {source.Id}"] = source.Digest ?? (source.Date is { } date ? PlainText.Day(date) : "");
        foreach (var file in files) basis["file " + file.Name] = file.Sha256;
        foreach (string id in answers.Ids) basis["answer " + id] = "";
        return basis;
    }

    /// <summary>What of a basis is not as it was, in words; null when all is.</summary>
    public static string? Changed(string? before, SortedDictionary<string, string> now)
    {
        if (before is null) return "first run";
        var then = JsonSerializer.Deserialize<SortedDictionary<string, string>>(before)!;
        var said = new List<string>();
        foreach (string name in then.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            bool was = then.TryGetValue(name, out string? old), isNow = now.TryGetValue(name, out string? value);
            if (was && isNow && old == value) continue;
            said.Add(name == Day ? $"the day moved from {old} to {value}" : was && isNow ? $"{name} changed" : isNow ? $"{name} is new" : name.StartsWith("answer ", StringComparison.Ordinal) ? $"{name} does not hold any more" : $"{name} is gone");
        }
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    /// <summary>True when nothing but the day moved.</summary>
    public static bool OnlyTheDayMoved(string before, SortedDictionary<string, string> now)
    {
        var then = JsonSerializer.Deserialize<SortedDictionary<string, string>>(before)!;
        then[Day] = now[Day];
        return then.SequenceEqual(now);
    }
}
