using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Parties;

namespace Rubicon.Reading.Makers;

/// <summary>Reads what makes an entry a party: names, country and relations.</summary>
internal sealed class PartyReader(MakerSources sources, MakerReferences references, ICollection<Problem> problems)
{
    /// <summary>The party of an entry; its enterprise numbers and grantee codes become identifiers.</summary>
    public Party Read(MakerKeys keys, string key, ImmutableArray<EnterpriseNumber> numbers, ImmutableArray<GranteeCode> grantees)
    {
        var identifiers = ImmutableArray.CreateBuilder<PartyIdentifier>(numbers.Length + grantees.Length);
        foreach (var number in numbers)
            identifiers.Add(new PartyIdentifier("pen", number.Number.ToString(CultureInfo.InvariantCulture), number.Source));
        foreach (var code in grantees)
            identifiers.Add(new PartyIdentifier("fcc-grantee", code.Code, code.Source));
        return new Party(key, keys.Required("name")?.Text ?? key, Names(keys), identifiers.DrainToImmutable(), Country(keys), Relations(keys));
    }

    private string? Country(MakerKeys keys)
    {
        if (keys.Node.Find("country") is not { } node) return null;
        var row = new MakerKeys(node, problems, "code", "source");
        sources.Read(row, problems);
        if (row.Required("code") is not { } code) return null;
        if (code.Text.Length == 2 && char.IsAsciiLetterUpper(code.Text[0]) && char.IsAsciiLetterUpper(code.Text[1])) return code.Text;
        row.Bad(code, "two capital letters of ISO 3166-1");
        return null;
    }

    private ImmutableArray<PartyName> Names(MakerKeys keys)
    {
        var names = ImmutableArray.CreateBuilder<PartyName>();
        foreach (var node in keys.List("names"))
        {
            var row = new MakerKeys(node, problems, "name", "kind", "script", "from", "to", "source");
            var source = sources.Read(row, problems);
            if (row.Required("name") is not { } name || row.Required("kind") is not { } kind) continue;
            NameKind? read = kind.Text switch
            {
                "legal" => NameKind.Legal,
                "short" => NameKind.Short,
                "former" => NameKind.Former,
                "brand" => NameKind.Brand,
                "alias" => NameKind.Alias,
                "weak-alias" => NameKind.WeakAlias,
                _ => null,
            };
            if (read is { } known) names.Add(new PartyName(name.Text, known, source, Days(row)));
            else row.Bad(kind, "legal, short, former, brand, alias or weak-alias");
        }
        return names.DrainToImmutable();
    }

    private ImmutableArray<PartyRelation> Relations(MakerKeys keys)
    {
        var relations = ImmutableArray.CreateBuilder<PartyRelation>();
        foreach (var node in keys.List("relations"))
        {
            var row = new MakerKeys(node, problems, "kind", "of", "from", "to", "note", "source");
            var source = sources.Read(row, problems);
            if (row.Required("kind") is not { } kind || row.Required("of") is not { } of) continue;
            references.Use(of);
            RelationKind? read = kind.Text switch
            {
                "subsidiary-of" => RelationKind.SubsidiaryOf,
                "affiliate-of" => RelationKind.AffiliateOf,
                "formerly-part-of" => RelationKind.FormerlyPartOf,
                "branch-of" => RelationKind.BranchOf,
                "successor-of" => RelationKind.SuccessorOf,
                _ => null,
            };
            if (read is not { } known)
                row.Bad(kind, "subsidiary-of, affiliate-of, formerly-part-of, branch-of or successor-of");
            else if (known == RelationKind.FormerlyPartOf && row.Node.Find("to") is null)
                // Without its last day a former part would read as a present one.
                row.Bad(node, "the last day in `to`");
            else
                relations.Add(new PartyRelation(known, of.Text, Days(row), source, Note(row)));
        }
        return relations.DrainToImmutable();
    }

    private static string? Note(MakerKeys row)
    {
        string? stated = StatedDays.Words(row.Text("from"), row.Text("to"));
        string? note = row.Text("note");
        return (stated, note) switch
        {
            (null, _) => note,
            (_, null) => stated,
            _ => $"{note}; {stated}",
        };
    }

    private static Period? Days(MakerKeys row)
    {
        DateOnly? first = null, last = null;
        if (row.Optional("from") is { } from && (first = StatedDays.First(from.Text)) is null)
            row.Bad(from, "a day, month or year as 2020-11-17, 2020-11 or 2020");
        if (row.Optional("to") is { } to && (last = StatedDays.Last(to.Text)) is null)
            row.Bad(to, "a day, month or year as 2020-11-17, 2020-11 or 2020");
        if (last < first)
        {
            row.Bad(row.Node, "an end that is not before the start");
            return null;
        }
        return StatedDays.Widest(first, last);
    }
}
