using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rubicon.Equipment;

/// <summary>The maker files as the look-ups that identification needs. Immutable, safe for any thread.</summary>
internal sealed class KnowledgeIndex
{
    /// <summary>Gathers the look-ups.</summary>
    public KnowledgeIndex(MakerKnowledge knowledge)
    {
        Knowledge = knowledge;
        Oids = new OidIndex(knowledge);
        Families = new FamilyIndex(knowledge);
        Words = new(knowledge.Entries.SelectMany(e => e.Words.Select(w => (w.Text, (e, w)))), plurals: false);
        Banners = [.. knowledge.Entries.SelectMany(e => e.Banners.Select(b => (e, b)))];
        Platforms = knowledge.Entries.SelectMany(e => e.Platforms.Select(p => (p, e)))
            .ToFrozenDictionary(p => p.p.Text, p => (p.e, p.p), StringComparer.OrdinalIgnoreCase);
        MacRegistrants = First(knowledge.Entries.SelectMany(e => e.MacRegistrants.Select(m => (m.Text, (e, m)))));
        Grantees = First(knowledge.Entries.SelectMany(e => e.FccGrantees.Select(g => (g.Code, (e, g)))));
        UsbVendors = First(knowledge.Entries.SelectMany(e => e.UsbVendors.Select(v => (v.Text, (e, v)))));
        PciVendors = First(knowledge.Entries.SelectMany(e => e.PciVendors.Select(v => (v.Text, (e, v)))));
        PonVendors = First(knowledge.Entries.SelectMany(e => e.PonVendors.Select(v => (v.Text, (e, v)))));
        TypeAllocations = First(knowledge.Entries.SelectMany(e => e.TypeAllocations.Select(t => (t.Text, (e, t)))));
        RelabelBrands = new(knowledge.Relabels.SelectMany(r => r.Brands.Select(b => (b, r))), plurals: false);
        LookAlikes = new(knowledge.Traps.Where(t => t.Kind == TrapKind.LookAlike).Select(t => (t.Text, t)), plurals: false);
        ContractMakers = knowledge.Traps.Where(t => t.Kind == TrapKind.ContractMaker)
            .DistinctBy(t => t.Text).ToFrozenDictionary(t => t.Text, StringComparer.Ordinal);
    }

    /// <summary>The files.</summary>
    public MakerKnowledge Knowledge { get; }

    /// <summary>Trees of object identifiers.</summary>
    public OidIndex Oids { get; }

    /// <summary>Model grammars.</summary>
    public FamilyIndex Families { get; }

    /// <summary>Words that name a maker.</summary>
    public PhraseIndex<(MakerEntry Entry, SourcedText Word)> Words { get; }

    /// <summary>Banner texts; few enough to try one after the other.</summary>
    public ImmutableArray<(MakerEntry Entry, BannerText Banner)> Banners { get; }

    /// <summary>Platform names.</summary>
    public FrozenDictionary<string, (MakerEntry Entry, SourcedText Name)> Platforms { get; }

    /// <summary>Registrants of MAC prefixes.</summary>
    public FrozenDictionary<string, (MakerEntry Entry, SourcedText Name)> MacRegistrants { get; }

    /// <summary>FCC grantee codes.</summary>
    public FrozenDictionary<string, (MakerEntry Entry, GranteeCode Code)> Grantees { get; }

    /// <summary>USB vendor ids.</summary>
    public FrozenDictionary<string, (MakerEntry Entry, SourcedText Id)> UsbVendors { get; }

    /// <summary>PCI vendor ids.</summary>
    public FrozenDictionary<string, (MakerEntry Entry, SourcedText Id)> PciVendors { get; }

    /// <summary>Vendor ids of optical network terminals.</summary>
    public FrozenDictionary<string, (MakerEntry Entry, SourcedText Id)> PonVendors { get; }

    /// <summary>Type allocation codes.</summary>
    public FrozenDictionary<string, (MakerEntry Entry, SourcedText Code)> TypeAllocations { get; }

    /// <summary>Brands of relabeling statements.</summary>
    public PhraseIndex<Relabel> RelabelBrands { get; }

    /// <summary>Names that look like a maker's.</summary>
    public PhraseIndex<Trap> LookAlikes { get; }

    /// <summary>Registrants that make parts or devices for others.</summary>
    public FrozenDictionary<string, Trap> ContractMakers { get; }

    private static FrozenDictionary<string, T> First<T>(IEnumerable<(string Key, T Value)> rows) =>
        rows.DistinctBy(r => r.Key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(r => r.Key, r => r.Value, StringComparer.OrdinalIgnoreCase);
}
