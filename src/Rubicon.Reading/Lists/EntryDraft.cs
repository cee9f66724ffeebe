using Rubicon.Parties;

namespace Rubicon.Reading.Lists;

/// <summary>An entry while it is read, in the words of the file.</summary>
internal sealed class EntryDraft(int line)
{
    public int Line { get; } = line;

    public string? Id { get; set; }

    /// <summary>True when the id only counts the rows.</summary>
    public bool IsRowNumber { get; init; }

    /// <summary>The list in the file's own words, where the file holds several.</summary>
    public string? List { get; set; }

    public List<ListedName> Names { get; } = [];

    public ListedKind Kind { get; set; }

    /// <summary>Countries in the order stated; the first that is understood is taken.</summary>
    public List<string?> Countries { get; } = [];

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Citation { get; set; }

    public List<string> Addresses { get; } = [];

    public List<string> Programs { get; } = [];

    public List<ListedIdentifier> Identifiers { get; } = [];

    public string? Note { get; set; }

    /// <summary>Adds a name; an empty one is left out.</summary>
    public void Name(string? text, NameKind kind, DateOnly? from = null)
    {
        if (!string.IsNullOrWhiteSpace(text)) Names.Add(new ListedName(text, kind, from));
    }

    /// <summary>Adds an address of these parts; empty parts are left out.</summary>
    public void Address(params string?[] parts)
    {
        string text = string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim().Trim(',')));
        if (text.Length > 0 && !Addresses.Contains(text, StringComparer.Ordinal)) Addresses.Add(text);
    }
}
