using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reports.Saved;

/// <summary>Reads one decision of a saved report.</summary>
internal static class SavedDecision
{
    internal static Decision Read(SavedPart part)
    {
        var subject = part.Part("subject");
        bool unread = subject.Text("kind") == "unread";
        return new Decision
        {
            Id = part.Text("id"),
            Subject = unread ? null : new Subject(subject.Word("kind", ReportWords.ParseKind), subject.Place(), Stated(subject), [], subject.Has("joined") ? [.. subject.List("joined").Select(p => p.Place())] : []),
            Unread = unread || subject.Has("problems") ? new UnreadRecord(subject.Place(), SavedHead.Problems(subject), subject.OptionalText("excerpt")) : null,
            Title = subject.Text("title"),
            Outcome = part.Word("outcome", Outcomes.Parse),
            Reason = part.OptionalText("reason"),
            LawDate = part.Day("lawDate"),
            ByCapacity = part.Has("byCapacity") ? [.. part.Members("byCapacity").Select(m => (m.Name, SavedHead.Outcome(m.Part.Itself(), m.Part)))] : [],
            ByRegime = part.Has("byRegime") ? Regimes(part) : [],
            Flips = part.Has("flips") ? Flips(part.Part("flips")) : null,
            Findings = [.. part.List("findings").Select(SavedFinding.Read)],
            Pending = [.. part.List("pending").Select(SavedFinding.Pending)],
            Drafts = SavedDraft.Effects(part),
            Questions = SavedFinding.Questions(part),
            Obligations = SavedFinding.Obligations(part),
            Facts = SavedFacts.Read(part),
            Ledger = part.Has("ledger") ? SavedLedger.Read(part.Part("ledger")) : null,
            Notes = part.Texts("notes"),
            Assumptions = part.Has("assumptions") ? part.Texts("assumptions") : [],
            GroupKey = part.Text("groupKey"),
        };
    }

    /// <summary>A regime stands under its country there; one that does not bind the actor stands under none.</summary>
    private static ImmutableArray<RegimeOutcome> Regimes(SavedPart part)
    {
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        if (part.Has("byCountry"))
            foreach (var (country, row) in part.Members("byCountry"))
                foreach (string regime in row.Texts("regimes")) countries[regime] = country;
        return [.. part.Members("byRegime").Select(m => new RegimeOutcome(m.Name, countries.GetValueOrDefault(m.Name, ""), SavedHead.Outcome(m.Part.Itself(), m.Part)))];
    }

    private static FlipSearch Flips(SavedPart part) => new(
        [.. part.List("smallest").Select(f => new Flip(
            [.. f.List("changes").Select(c => new FactChange(c.Text("fact"), c.Text("from"), c.Text("to")))], f.Word("outcome", Outcomes.Parse)))],
        part.YesNo("complete"));

    private static ImmutableArray<Statement> Stated(SavedPart subject)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var (name, part) in subject.Members("stated"))
        {
            if (ReportWords.ParseField(name) is not { } field)
            {
                part.Reading.Add(ProblemCatalog.SavedReportUnknownField, part.Pointer, Quote.Text(name));
                continue;
            }
            if (part.Element.ValueKind == JsonValueKind.Array) statements.AddRange(subject.Part("stated").Texts(name).Select(t => new Statement(field, t)));
            else statements.Add(new Statement(field, part.Itself()));
        }
        return statements.ToImmutable();
    }
}
