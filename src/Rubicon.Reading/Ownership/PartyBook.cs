using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Ownership;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Parties of several files: those with the same registered identifier are one. Names alone join nothing here, but for tables without identifiers, where a name is all
/// that a party has: the same text is the same party in all tables.
/// </summary>
internal sealed class PartyBook(StakeRegister register)
{
    private readonly Dictionary<string, int> _byIdentifier = new(StringComparer.Ordinal);

    public StakeRegister Register { get; } = register;

    /// <summary>A party of a file that has keys of its own: the key is made the file's.</summary>
    public int OfFile(string file, string key) => Register.Parties.Add(Bounded($"{file}#{key}"));

    /// <summary>Says that the party has an identifier, and joins it with whoever has the same.</summary>
    public void Identify(int party, string scheme, string value)
    {
        string identifier = Canonical(scheme, value);
        if (identifier.Length == 0) return;
        Register.Describe(party, new PartyProfile(null, Identifiers: [identifier]));
        if (_byIdentifier.TryGetValue(identifier, out int known)) Register.Join(known, party);
        else _byIdentifier[identifier] = party;
    }

    /// <summary>The party of an identifier in a table, with the name that stands beside it.</summary>
    public int Identified(string identifier, string? name)
    {
        string id = identifier.Trim().ToUpperInvariant();
        string canonical = Canonical(Matching.Identifiers.Lei.IsValid(id) ? "lei" : "id", id);
        int party = Register.Parties.Add(Bounded(canonical));
        if (Register.ProfileOf(party) is null)
        {
            Register.Describe(party, new PartyProfile(name, Identifiers: [canonical]));
            if (_byIdentifier.TryGetValue(canonical, out int known)) Register.Join(known, party);
            else _byIdentifier[canonical] = party;
        }
        return party;
    }

    /// <summary>A person or entity that exists and that nobody named, of this place alone: two of them are never one.</summary>
    public int NobodyNamed(SourceLocation where, bool entity = false, string? key = null)
    {
        string name = entity ? $"unknown entity ({where})" : $"unknown holder ({where})";
        int party = Register.Parties.Add(Bounded(key ?? name));
        Register.Describe(party, new PartyProfile(name, OwnerKind.Unknown));
        return party;
    }

    /// <summary>A key that fits: of a longer one the beginning and its length.</summary>
    public static string Bounded(string key) =>
        Encoding.UTF8.GetByteCount(key) <= PartyTable.LongestKey ? key : $"{key.AsSpan(0, 900)}… ({key.Length})";

    private static string Canonical(string scheme, string value)
    {
        string plain = value.Trim().ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);
        return plain.Length == 0 ? "" : $"{scheme.ToLowerInvariant()}:{plain}";
    }
}
