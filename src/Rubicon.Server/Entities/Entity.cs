using System.Collections.Immutable;
using System.Text.Json;

namespace Rubicon.Server.Entities;

/// <summary>A party or a statement about one, in the form that clients of the screening API read.</summary>
/// <param name="Id">Its id: the party's key, with dots for slashes.</param>
/// <param name="Caption">The name to show.</param>
/// <param name="Schema">What it is.</param>
/// <param name="Properties">Its statements, each a list of texts.</param>
/// <param name="Datasets">Lists that name it.</param>
/// <param name="Referents">Ids of the entries that are this party.</param>
/// <param name="Target">True when an entry about it is in force.</param>
/// <param name="FirstSeen">First day on which an entry about it was known.</param>
/// <param name="LastSeen">The day up to which the lists were read.</param>
/// <param name="LastChange">Last day on which an entry about it became known or ended.</param>
internal sealed record Entity(
    string Id, string Caption, string Schema, SortedDictionary<string, ImmutableArray<string>> Properties, ImmutableArray<string> Datasets, ImmutableArray<string> Referents, bool Target,
    DateOnly FirstSeen, DateOnly LastSeen, DateOnly LastChange)
{
    /// <summary>Values of a property; empty when it has none.</summary>
    public ImmutableArray<string> Of(string property) => Properties.GetValueOrDefault(property, []);

    /// <summary>Writes its members into the current object; nested entities stand among the properties.</summary>
    public void Write(Utf8JsonWriter json, Action<Utf8JsonWriter>? nested = null)
    {
        json.WriteString("id", Id);
        json.WriteString("caption", Caption);
        json.WriteString("schema", Schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in Properties) Texts(json, name, values);
        nested?.Invoke(json);
        json.WriteEndObject();
        Texts(json, "datasets", Datasets);
        Texts(json, "referents", Referents);
        json.WriteBoolean("target", Target);
        json.WriteString("first_seen", Instant(FirstSeen));
        json.WriteString("last_seen", Instant(LastSeen));
        json.WriteString("last_change", Instant(LastChange));
    }

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static string Instant(DateOnly day) => Rubicon.Reports.PlainText.Day(day) + "T00:00:00";
}
