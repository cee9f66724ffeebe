using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Storage;
using Rubicon.Subjects;

namespace Rubicon.Server.StoredReports;

/// <summary>Makes the lines by which a report's decisions are found. One instance serves one report, in its order.</summary>
internal sealed class ReportLines
{
    private const int LongestShown = 500;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public ReportLine Of(Decision decision, long number, long start, int length) => new(number, start, length, Rank(decision.Outcome), Outcomes.Word(decision.Outcome),
        Cut(decision.Title), Cut(decision.Source.ToString()), Cut(Maker(decision)), Cut(decision.Subject?.First(Field.Site) ?? ""), RulesOf(decision), SubjectOf(decision), decision.Id);

    /// <summary>0 for the strictest. What was not assessed stands before what is allowed, so that nobody overlooks it.</summary>
    public static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Prohibited => 0,
        Outcome.LicenseRequired => 1,
        Outcome.Review => 2,
        Outcome.NotAssessed => 3,
        _ => 4,
    };

    /// <summary>The provisions that give the outcome.</summary>
    public static string RulesOf(Decision decision) => Cut(string.Join(", ", decision.Findings.Where(f => f.Outcome == decision.Outcome).Select(f => f.Provision).Distinct()));

    /// <summary>What the record states and in which file, and how many times it was there before: so a record keeps its digest when lines are put in above it.</summary>
    public string SubjectOf(Decision decision)
    {
        var text = new StringBuilder(decision.Source.File);
        foreach (var statement in decision.Subject?.Statements ?? []) text.Append('\n').Append((int)statement.Field).Append(' ').Append(statement.Text.Length).Append(' ').Append(statement.Text);
        if (decision.Unread is { Excerpt: { } excerpt }) text.Append('\n').Append(excerpt);
        string stated = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..16]);
        int times = _seen[stated] = _seen.GetValueOrDefault(stated) + 1;
        return times == 1 ? stated : string.Create(CultureInfo.InvariantCulture, $"{stated}.{times}");
    }

    private static string Maker(Decision decision)
    {
        foreach (var (fact, value) in decision.Facts)
            if (fact == "producer" && value is PartyValue { Name.Length: > 0 } party) return party.Name;
        return decision.Subject?.First(Field.Maker) ?? decision.Subject?.First(Field.Brand) ?? "";
    }

    private static string Cut(string text)
    {
        if (text.Length > LongestShown) text = text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)];
        // PostgreSQL takes no zero character in a text.
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
    }
}
