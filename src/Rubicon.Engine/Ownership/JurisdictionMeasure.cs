using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// Whether a party is owned by, controlled by, or subject to the jurisdiction of one of some countries, as 15 CFR 791.2 defines it. From 2025-02-04 (89 FR 96872): organized,
/// headquartered or with its principal place of business there; a citizen or resident who is no citizen or permanent resident of the United States; or owned or controlled
/// by such a person, also by a dominant minority, the board, a special share, a contract or in concert. Before (86 FR 4909): organized there; a citizen or resident; or owned
/// or controlled by such. Control is <see cref="ControlMeasure"/>, asked of each such person by itself: persons of one country do not count together unless they act in concert.
/// </summary>
public static class JurisdictionMeasure
{
    /// <summary>The first day of the definition that names headquarters, principal place of business and the means of control.</summary>
    public static readonly DateOnly SecondText = new(2025, 2, 4);

    private const string Home = "US";

    /// <summary>Answers for one party as of the graph's day. A party or controller whose country nobody states makes the answer possible; its country is the missing fact.</summary>
    /// <param name="graph">The stakes of the day.</param>
    /// <param name="countries">ISO 3166-1 alpha-2.</param>
    /// <param name="party">Whom to ask about.</param>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> countries, string party) => Of(graph, countries, party, unstatedToo: true);

    /// <summary>The same; without <paramref name="unstatedToo"/> a party whose country nobody states is taken for one of none of them.</summary>
    internal static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> countries, string party, bool unstatedToo)
    {
        string where = string.Join(", ", countries);
        int number = graph.Number(party);
        if (number < 0) return new OwnershipAnswer(OwnershipTruth.No, [], [], null, "no stake names it");
        var own = Tied(graph, number, countries, unstatedToo);
        string name = graph.Register.NameOf(number);
        if (own.Truth == OwnershipTruth.Certain) return new OwnershipAnswer(OwnershipTruth.Certain, [], [], null, $"{name} is {own.Words}");
        // A controller that is known to belong there says more than one whose country is not stated.
        var best = ByController(graph, countries, number, unstatedToo: false) ?? (unstatedToo ? ByController(graph, countries, number, unstatedToo: true) : null);
        if (best is { Truth: OwnershipTruth.Certain }) return best;
        if (own.Truth == OwnershipTruth.Possible)
            return best is null ? new OwnershipAnswer(OwnershipTruth.Possible, [], [CountryOf(graph, number)], null, $"{name} is {own.Words}")
                : best with { Missing = [CountryOf(graph, number), .. best.Missing] };
        return best ?? new OwnershipAnswer(OwnershipTruth.No, [], [], null, $"{name} is tied to {Stated(graph, number)} and nobody of {where} is stated to own or control it");
    }

    /// <summary>The strictest answer over those above the party who belong there, or may.</summary>
    private static OwnershipAnswer? ByController(OwnershipGraph graph, IReadOnlyCollection<string> countries, int party, bool unstatedToo)
    {
        string key = graph.Register.Parties.KeyOf(party);
        OwnershipAnswer? best = null;
        foreach (int owner in Upward.Of(graph, party).Where(o => o != party).Order())
        {
            var tie = Tied(graph, owner, countries, unstatedToo);
            if (tie.Truth == OwnershipTruth.No) continue;
            var control = ControlMeasure.Of(graph, [graph.Register.Parties.KeyOf(owner)], key);
            var truth = tie.Truth < control.Truth ? tie.Truth : control.Truth;
            if (truth == OwnershipTruth.No || truth <= (best?.Truth ?? OwnershipTruth.No)) continue;
            string name = graph.Register.NameOf(owner);
            ImmutableArray<MissingStake> missing = tie.Truth == OwnershipTruth.Possible ? [CountryOf(graph, owner), .. control.Missing] : control.Missing;
            best = new OwnershipAnswer(truth, control.Path, missing, control.Share, $"{name}, {tie.Words}, {(control.Truth == OwnershipTruth.Certain ? "controls" : "may control")} it");
            if (truth == OwnershipTruth.Certain) break;
        }
        return best;
    }

    /// <summary>How a party is tied to the countries by what is stated of itself.</summary>
    private static (OwnershipTruth Truth, string Words) Tied(OwnershipGraph graph, int party, IReadOnlyCollection<string> countries, bool unstatedToo)
    {
        var profile = graph.Register.ProfileOf(party);
        if (profile is null || profile.Countries.IsEmpty || profile.Kind == OwnerKind.Unknown) return unstatedToo ? (OwnershipTruth.Possible, "of a country that is not stated") : (OwnershipTruth.No, "");
        bool second = graph.Day >= SecondText;
        var ties = profile.Countries.Where(c => countries.Contains(c.Country, StringComparer.Ordinal) && (second || c.Tie is not (TieToCountry.Headquartered or TieToCountry.PrincipalPlace))).ToList();
        if (ties.Count == 0) return (OwnershipTruth.No, "");
        string words = string.Join(", ", ties.Select(t => $"{Word(t.Tie)} {t.Country}").Distinct());
        bool personal = ties.TrueForAll(t => t.Tie is TieToCountry.Citizen or TieToCountry.Resident);
        if (!second || !personal) return (OwnershipTruth.Certain, words);
        if (profile.Countries.Any(c => c is { Country: Home, Tie: TieToCountry.Citizen })) return (OwnershipTruth.No, "");
        // A resident of the United States may be a permanent one, which the files do not say.
        return profile.Countries.Any(c => c is { Country: Home, Tie: TieToCountry.Resident }) ? (OwnershipTruth.Possible, $"{words}, resident of {Home} for an unknown time") : (OwnershipTruth.Certain, words);
    }

    private static string Stated(OwnershipGraph graph, int party) => string.Join(", ", (graph.Register.ProfileOf(party)?.Countries ?? []).Select(c => c.Country).Distinct().Order(StringComparer.Ordinal));

    private static MissingStake CountryOf(OwnershipGraph graph, int party)
    {
        string name = graph.Register.NameOf(party);
        return new MissingStake(name, name, ShareBounds.Unknown, $"where {name} is organized, headquartered and has its principal place of business, or is a citizen or permanent resident") { Identity = true };
    }

    private static string Word(TieToCountry tie) => tie switch
    {
        TieToCountry.Incorporated => "organized under the law of",
        TieToCountry.Headquartered => "headquartered in",
        TieToCountry.PrincipalPlace => "with its principal place of business in",
        TieToCountry.Citizen => "a citizen of",
        TieToCountry.Resident => "a resident of",
        _ => "the state or a body of",
    };
}
