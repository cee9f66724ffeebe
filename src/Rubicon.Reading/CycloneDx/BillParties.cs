using Rubicon.Reading.Documents;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>
/// Parties of CycloneDX 2.0: each an organization, person or system with its roles, written where it is first needed and
/// referred to elsewhere by its bom-ref. References may point forward, so that all are collected before any is used.
/// </summary>
internal sealed class BillParties
{
    private const int MostParties = 100_000;

    private readonly Dictionary<string, DocumentNode> _byReference = new(StringComparer.Ordinal);

    /// <summary>Parties that may be referred to.</summary>
    public int Count => _byReference.Count;

    /// <summary>Collects the parties of an object that has them.</summary>
    public void Collect(DocumentNode? owner)
    {
        if (owner is null) return;
        foreach (var party in owner.Entries("parties").Entries)
            if (party.Text("bom-ref") is { } reference && _byReference.Count < MostParties) _byReference.TryAdd(reference, party);
    }

    /// <summary>Collects the parties of components, with those nested in them.</summary>
    public void CollectAll(DocumentNode owner, string member)
    {
        foreach (var component in owner.Entries(member).Entries)
        {
            Collect(component);
            CollectAll(component, "components");
        }
    }

    /// <summary>States the parties of a component by their roles, preferred ones first. Gives references that lead nowhere.</summary>
    public List<string> State(RecordStatements statements, DocumentNode component)
    {
        var dangling = new List<string>();
        var roles = new List<(Field Field, string Role, long Order, DocumentNode Party)>();
        foreach (var entry in component.Entries("parties").Entries)
        {
            var party = entry;
            if (!entry.IsObject)
            {
                if (!_byReference.TryGetValue(entry.Value ?? "", out party))
                {
                    dangling.Add(entry.Value ?? "");
                    continue;
                }
            }
            foreach (var role in party.Entries("roles").Entries)
            {
                string word = role.Text("role") ?? role.Text("name") ?? role.Value ?? "";
                long order = long.TryParse(role.Text("order"), out long rank) ? rank : long.MaxValue;
                roles.Add((FieldOf(word), word, order, party));
            }
        }
        foreach (var (field, role, _, party) in roles.OrderBy(r => r.Order))
        {
            if (NameOf(party) is not { } name) continue;
            if (field == Field.Note) statements.Add(Field.Note, $"{role}: {name}", $"{party.Path}");
            else statements.Add(field, name, party.Path);
            if (field == Field.Supplier) statements.Add(Field.SupplierCountry, Country(party), party.Path);
            if (field is Field.Supplier or Field.Maker) Identifiers(statements, party);
        }
        return dangling;
    }

    private static Field FieldOf(string role) => role switch
    {
        "manufacturer" => Field.Maker,
        "supplier" or "distributor" or "provider" => Field.Supplier,
        "maintainer" or "operator" => Field.Performer,
        _ => Field.Note,
    };

    private static string? NameOf(DocumentNode party)
    {
        var identity = party.Child("organization") ?? party.Child("person") ?? party.Child("system");
        return identity?.Text("legalName") ?? identity?.Text("name");
    }

    private static string? Country(DocumentNode party) => party.Child("organization")?.Text("jurisdiction") is { Length: >= 2 } code ? code.Split('-')[0] : null;

    private static void Identifiers(RecordStatements statements, DocumentNode party)
    {
        if (party.Child("organization") is not { } organization) return;
        foreach (var identifier in organization.Entries("identifiers").Entries)
        {
            Field? field = identifier.Text("scheme") switch
            {
                "lei" => Field.Lei,
                "cage" or "ncage" => Field.Cage,
                _ => null,
            };
            if (field is { } known) statements.Add(known, identifier.Text("value"), identifier.Path);
        }
    }
}
