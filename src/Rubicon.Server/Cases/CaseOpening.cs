using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Review;
using Rubicon.Storage;

namespace Rubicon.Server.Cases;

/// <summary>Opening a case, by whatever door it comes: from a recorded decision, a file or a form.</summary>
internal static class CaseOpening
{
    /// <summary>Opens a case with the step that opens its procedure; null, with problems, when it does not fit.</summary>
    public static async Task<CaseHead?> Open(ServedLaw law, Store store, Token token, CaseInput input, ICollection<Problem> problems)
    {
        if (law.Procedure(input.Procedure ?? "") is not { } procedure)
            return Bad($"the procedure {Quote.Text(input.Procedure ?? "")}", "one of " + string.Join(", ", law.Procedures.Select(p => p.Id)), problems);
        if (input.Title is not { } title) return Bad("no title", $"a title of 1 to {CaseInput.LongestTitle} characters", problems);
        var review = new CaseReview(law.Data.Law, procedure);
        var opening = Opening(procedure);
        var statements = input.Statements;
        if (input.Decision is { } decision)
        {
            if (store.Decisions.Find(token.Organization, decision) is not { } found) return Bad($"the decision {Quote.Text(decision)}", "a recorded decision", problems);
            if (opening.Needs.FirstOrDefault(n => n.Choices.IsEmpty && !statements.ContainsKey(n.Id)) is { } free) statements = statements.Add(free.Id, Described(found));
        }
        var first = new CaseEvent(opening.Id, input.Day, input.By ?? opening.By[0], CaseSteps.Name(token), null, statements);
        var wrong = CaseCheck.Of(review, [], first, input.Day, title);
        foreach (var problem in wrong) problems.Add(problem);
        return wrong.IsEmpty ? await store.Cases.Open(new Author(token.Organization, token.Id), procedure.Id, title, first) : null;
    }

    /// <summary>The step that opens a case of the procedure.</summary>
    public static ProcedureStep Opening(Procedure procedure) => procedure.Steps.First(s => s.From.IsEmpty);

    /// <summary>What was decided, in a line: the findings that bar or ask for review name their rules.</summary>
    public static string Described(RecordedDecision decision)
    {
        using var json = JsonDocument.Parse(decision.Report);
        var first = json.RootElement.GetProperty("decisions")[0];
        string title = first.GetProperty("subject").GetProperty("title").GetString() is { Length: > 1 } named ? named : "a transaction";
        string rules = string.Join(", ", first.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("provision").GetString()));
        return $"{title}: {first.GetProperty("outcome").GetString()} as of {json.RootElement.GetProperty("asOf").GetString()}{(rules.Length > 0 ? $" under {rules}" : "")} (decision {decision.Id})";
    }

    private static CaseHead? Bad(string found, string expected, ICollection<Problem> problems)
    {
        problems.Add(CaseEndpoints.Bad(found, expected));
        return null;
    }
}
