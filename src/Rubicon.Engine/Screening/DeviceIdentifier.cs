using System.Collections.Immutable;
using Rubicon.Equipment;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>Who made one device, of what model, and what says so.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Name">What the record calls it, or null.</param>
/// <param name="Maker">The maker's name, or the words of the strongest signal that names one; null when none does.</param>
/// <param name="MakerKey">Key of the maker in the maker knowledge, or null when nobody there is meant.</param>
/// <param name="Model">The model that signals give; null when none does.</param>
/// <param name="Seen">The ledger: every claim, what contradicts what, what to know.</param>
/// <param name="Category">Word of <c>Vocabularies.Category</c>, the narrowest that signals give; null when unknown or when they disagree.</param>
public sealed record IdentifiedDevice(Subject Subject, string? Name, string? Maker, string? MakerKey, string? Model, Identification Seen, string? Category);

/// <summary>
/// Identifies devices by themselves, without deciding anything: the same reading of labels and signals as decisions rest on. One instance serves one
/// thread; it remembers labels and what it made of records of tables, so that a large inventory is looked through once for each kind of device.
/// </summary>
public sealed class DeviceIdentifier
{
    private readonly ScreeningData _data;
    private readonly PartyResolver _parties;
    private readonly DateOnly _asOf;
    private readonly DeviceMemory _memory;

    /// <summary>Makes an identifier for one day.</summary>
    public DeviceIdentifier(ScreeningData data, DateOnly asOf) =>
        (_data, _parties, _asOf, _memory) = (data, new PartyResolver(data with { Imported = ImportedLists.None }), asOf, new DeviceMemory(data.Equipment.Traces()));

    /// <summary>Identifies the device of a record.</summary>
    public IdentifiedDevice Identify(Subject subject)
    {
        if (_memory.Find(subject) is { } known) return known;
        var device = Look(subject);
        _memory.Keep(device);
        return device;
    }

    private IdentifiedDevice Look(Subject subject)
    {
        string? label = subject.First(Field.Maker) ?? subject.First(Field.Brand);
        var seen = _data.Equipment.Identify(subject, label is null ? null : KeyOf(label), KeyOf);
        string? maker = seen.MakerKey is { } key ? _data.Directory.Find(key)?.Name ?? seen.MakerText : seen.MakerText;
        return new IdentifiedDevice(subject, subject.First(Field.Name), maker, seen.MakerKey, seen.Model, seen, Category(seen.Categories));
    }

    private string? KeyOf(string label) => _parties.Find(label, null, [], _asOf, screened: false).MakerKey;

    // A wide word beside a narrower one adds nothing; two that stand side by side leave it open.
    private static string? Category(ImmutableArray<CategoryEvidence> evidence)
    {
        var words = evidence.Select(e => e.Category).Distinct(StringComparer.Ordinal).ToList();
        var narrowest = words.Where(c => !words.Exists(o => o != c && Vocabularies.Category.IsA(o, c))).ToList();
        return narrowest.Count == 1 ? narrowest[0] : null;
    }
}
