using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Storage;

namespace Rubicon.Server.Stated;

/// <summary>What an organization's people stated and still holds on a day: approved, not expired, and resting on what is still so.</summary>
/// <param name="Ids">Ids of the statements used.</param>
/// <param name="Answers">Answers to questions.</param>
/// <param name="Data">Law and lists, with the cleared matches taken away.</param>
internal sealed record StandingAnswers(ImmutableArray<string> Ids, ImmutableArray<Answer> Answers, ScreeningData Data)
{
    public static StandingAnswers Of(ServedLaw law, Store store, string organization, DateOnly asOf, DateOnly knownAt)
    {
        var used = store.Statements.Approved(organization).Where(a => Lapse(law, a, asOf) is null).ToList();
        var clearances = used.Where(a => a.Kind == "clearance").Select(Clearance).ToImmutableArray();
        var all = law.DataOn(asOf, knownAt);
        var data = clearances.IsEmpty ? all : all with { Cleared = clearances };
        var screener = new Screener(all, ActorProfile.Nobody, [], asOf, knownAt);
        var answers = used.Where(a => a.Kind == "answer").SelectMany(a => Parse(law, a.Body, Who(a), Day(a.Created), screener, asOf, [])).ToImmutableArray();
        return new StandingAnswers([.. used.Select(a => a.Id)], answers, data);
    }

    /// <summary>Why a statement does not hold on a day, or null while it does.</summary>
    public static string? Lapse(ServedLaw law, StatedAnswer answer, DateOnly asOf) =>
        answer.Until is { } until && string.CompareOrdinal(until, PlainText.Day(asOf)) < 0 ? $"it ended on {until}" : StatementBasis.Changed(law, answer.Basis);

    /// <summary>The answer that a body states; none, with problems, when it states none.</summary>
    public static ImmutableArray<Answer> Parse(ServedLaw law, string body, string who, string when, Screener names, DateOnly asOf, ICollection<Problem> problems)
    {
        using var stated = JsonDocument.Parse(body);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("answers");
            json.WriteStartObject();
            foreach (string member in new[] { "fact", "value", "for", "why", "until" })
            {
                if (!stated.RootElement.TryGetProperty(member, out var value)) continue;
                json.WritePropertyName(member);
                value.WriteTo(json);
            }
            json.WriteString("who", who);
            json.WriteString("when", when);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return AnswersFile.ReadJson("answer", buffer.ToArray(), law.Data.Law.Catalog, m => MentionedParties.Of(m, law.Data.Directory, names, asOf), problems);
    }

    /// <summary>Author and approver, as evidence names them.</summary>
    public static string Who(StatedAnswer answer) => answer.Approver is { } approver ? $"{answer.Who}, approved by {approver}" : answer.Who;

    private static string Day(string instant) => instant[..10];

    private static Clearance Clearance(StatedAnswer answer)
    {
        using var body = JsonDocument.Parse(answer.Body);
        string Text(string name) => body.RootElement.GetProperty(name).GetString()!;
        return new Clearance(Text("name"), Text("party"), Who(answer), DateOnly.ParseExact(Day(answer.Created), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Text("why"));
    }
}
