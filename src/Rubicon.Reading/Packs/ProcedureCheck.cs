using Rubicon.Diagnostics;
using Rubicon.Review;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>Checks that every id named in a procedure stands for something, and that every state can be reached and left.</summary>
internal static class ProcedureCheck
{
    public static void Check(Procedure procedure, List<Pack> packs, List<Provision> provisions, ICollection<Problem> problems)
    {
        void Need(bool there, SourceLocation where, string id, string expected)
        {
            if (!there) problems.Add(new Problem(ProblemCatalog.PackUnknownReference, where, Quote.Text(id), expected));
        }
        bool Step(string id) => procedure.FindStep(id) is not null;
        Need(packs.Any(p => p.Instruments.Any(i => i.Id == procedure.InstrumentId)), procedure.Where, procedure.InstrumentId, "an instrument of a pack.yaml");
        foreach (string doubled in procedure.States.Select(s => s.Id).Concat(procedure.Steps.Select(s => s.Id)).Concat(procedure.Clocks.Select(c => c.Id))
            .GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            problems.Add(new Problem(ProblemCatalog.PackDoubledId, procedure.Where, Quote.Text(doubled)));
        foreach (var step in procedure.Steps)
        {
            foreach (string from in step.From) Need(procedure.FindState(from) is { Ends: false }, step.Where, from, "a state of the procedure that does not end it");
            Need(step.To is { } to ? procedure.FindState(to) is not null : !step.From.IsEmpty, step.Where, step.To ?? "", "a state of the procedure");
            foreach (string clock in new[] { step.NotBefore, step.AfterLapse }.OfType<string>()) Need(procedure.FindClock(clock) is not null, step.Where, clock, "a clock of the procedure");
        }
        // One person opens a case: there is nothing yet in which a second one could approve.
        Need(procedure.Steps.Any(s => s.From.IsEmpty) && procedure.Steps.All(s => !s.From.IsEmpty || !s.Approved), procedure.Where, procedure.Id, "a step that opens a case, without approval");
        foreach (var clock in procedure.Clocks)
        {
            foreach (string id in clock.Start.Concat(clock.Stop)) Need(Step(id), clock.Where, id, "a step of the procedure");
            if (clock.RuleId is { } rule) Rule(procedure, clock, rule, provisions, Need);
            else Need(!clock.Start.IsEmpty, clock.Where, clock.Id, "the steps that start the clock");
        }
        foreach (string id in procedure.Facts.Values.SelectMany(s => s)) Need(Step(id), procedure.Where, id, "a step of the procedure");
        foreach (var state in procedure.States)
        {
            Need(procedure.Steps.Any(s => s.To == state.Id), procedure.Where, state.Id, "a state that some step leads to");
            Need(state.Ends || procedure.Steps.Any(s => s.From.Contains(state.Id, StringComparer.Ordinal)), procedure.Where, state.Id, "a state that ends the case, or from which a step leads");
        }
    }

    /// <summary>A provision that counts a clock has a clock in every version that has a date fact which some step gives.</summary>
    private static void Rule(Procedure procedure, ProcedureClock clock, string rule, List<Provision> provisions, Action<bool, SourceLocation, string, string> need)
    {
        var provision = provisions.Find(p => p.Id == rule);
        need(provision is not null, clock.Where, rule, "the id of a provision");
        foreach (var count in provision?.Versions.Select(v => v.Clock).OfType<Clock>() ?? [])
            need(!clock.Start.IsEmpty || (count.FromFact is { } fact && procedure.Facts.ContainsKey(fact)), clock.Where, count.FromFact ?? rule, "a fact under `facts`, or `start`");
    }
}
