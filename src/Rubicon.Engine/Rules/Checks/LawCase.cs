using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Checks;

/// <summary>A case of a provision: facts, a day, and the result that the law gives.</summary>
/// <param name="ProvisionId">The provision.</param>
/// <param name="Name">What the case shows, as a sentence.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="KnownAt">Only what was known by then counts.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Expect">The provision's outcome word when it fires, <c>no</c>, <c>review</c> or <c>not-in-force</c>.</param>
/// <param name="Asks">Names of facts that must be among the unknown ones.</param>
/// <param name="Due">Due day of a duty, or null when the case does not say.</param>
/// <param name="Where">Place of the case.</param>
public sealed record LawCase(
    string ProvisionId, string Name, DateOnly AsOf, DateOnly KnownAt, FactSet Facts, string Expect,
    ImmutableArray<string> Asks, DateOnly? Due, SourceLocation Where)
{
    /// <summary>The scope in which the case is decided.</summary>
    public Scope Scope(LawBook law) => new(Facts, law, LawDate.Of(Facts, AsOf), KnownAt);

    /// <summary>The result as a word: the outcome word, <c>no</c>, <c>review</c> or <c>not-in-force</c>.</summary>
    public static string Result(Provision provision, Scope scope)
    {
        var result = ProvisionEvaluation.Evaluate(provision, scope);
        return (result.Version, result.Truth) switch
        {
            (null, _) => "not-in-force",
            (_, Truth.False) => "no",
            (_, Truth.Unknown) => "review",
            ({ Decides: false } version, _) => version.Status.ToString().ToLowerInvariant(),
            ({ } version, _) => Outcomes.Word(version.Effect),
        };
    }

    /// <summary>What is wrong with the case, or null when the law gives what it expects.</summary>
    public string? Failure(LawBook law)
    {
        var provision = law.Provision(ProvisionId);
        var scope = Scope(law);
        string result = Result(provision, scope);
        if (result != Expect) return $"{ProvisionId} gives {result}, the case \"{Name}\" expects {Expect}";
        var version = provision.VersionOn(scope.LawDate, KnownAt);
        if (!Asks.IsEmpty)
        {
            var unknown = version is null ? [] : ProvisionEvaluation.UnknownFacts(provision, version, scope).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            string? missing = Asks.FirstOrDefault(a => !unknown.Contains(a));
            if (missing is not null) return $"{ProvisionId} does not ask for {missing} in \"{Name}\"; it asks for {(unknown.Count == 0 ? "nothing" : string.Join(", ", unknown))}";
        }
        if (Due is not { } due) return null;
        var counted = version?.Clock is { } clock ? DueDate.Of(clock, Facts, AsOf) : null;
        return counted?.Day == due ? null : $"{ProvisionId} is due {counted?.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "on no day"} in \"{Name}\", expected {due:yyyy-MM-dd}";
    }
}
