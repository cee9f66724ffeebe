using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Evaluation;

/// <summary>
/// The day whose law is asked. An act done once, on a known day before the as-of day, is judged by the law of its own day: a
/// purchase of 2017 was not made under a statute of 2019. Acts that go on (use, maintain, manage, operate) are judged as of today.
/// </summary>
public static class LawDate
{
    private static readonly string[] Continuing = ["use", "operate", "maintain", "manage"];

    /// <summary>The law date for these facts; never later than <paramref name="asOf"/>.</summary>
    public static DateOnly Of(FactSet facts, DateOnly asOf)
    {
        if (facts[facts.Catalog.ActDate] is not DateValue day || day.Value >= asOf) return asOf;
        if (facts[facts.Catalog.Act] is not WordsValue { Complete: true } act || act.Words.IsEmpty) return asOf;
        return act.Words.Any(w => Continuing.Contains(w, StringComparer.Ordinal)) ? asOf : day.Value;
    }
}
