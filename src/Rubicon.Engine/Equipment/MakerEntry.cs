using System.Collections.Immutable;
using Rubicon.Parties;

namespace Rubicon.Equipment;

/// <summary>A text with its source.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Source">Who says so.</param>
public sealed record SourcedText(string Text, StatementSource Source);

/// <summary>A private enterprise number (IANA) of a maker.</summary>
/// <param name="Number">The number after 1.3.6.1.4.1.</param>
/// <param name="Registrant">The name in the register.</param>
/// <param name="Source">Who says so.</param>
public sealed record EnterpriseNumber(uint Number, string Registrant, StatementSource Source);

/// <summary>A tree of object identifiers with which devices of a maker answer.</summary>
/// <param name="Tree">The numeric identifier, without a leading dot.</param>
/// <param name="What">What answers so, or null.</param>
/// <param name="Category">Word of <c>Vocabularies.Category</c>, or null.</param>
/// <param name="Borrowed">True when the number belongs to another registrant, or to none: seen on devices of this maker all the same.</param>
/// <param name="MadeBy">Who makes what answers so, when it is not the brand: key of a party, or a name of one without a key.</param>
/// <param name="Source">Who says so.</param>
public sealed record OidTree(string Tree, string? What, string? Category, bool Borrowed, string? MadeBy, StatementSource Source);

/// <summary>A grantee code: the first three or five characters of an FCC ID.</summary>
/// <param name="Code">The code.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Source">Who says so.</param>
public sealed record GranteeCode(string Code, string Holder, StatementSource Source);

/// <summary>A piece of text by which a device shows its maker.</summary>
/// <param name="Text">The text, compared without regard to case of ASCII letters.</param>
/// <param name="Where">Where it appears: sysdescr, http-server, http-realm, http-title, http-page, rtsp-path, ftp, dhcp-vendor-class.</param>
/// <param name="Source">Who says so.</param>
public sealed record BannerText(string Text, string Where, StatementSource Source);

/// <summary>What is known of one maker, or of one unit of it that is a party of its own.</summary>
public sealed record MakerEntry
{
    /// <summary>The party, with names, identifiers and relations.</summary>
    public required Party Party { get; init; }

    /// <summary>Key of the maker in whose file the entry stands; the party's own key for the maker itself.</summary>
    public required string File { get; init; }

    /// <summary>What it does, or null.</summary>
    public string? Does { get; init; }

    /// <summary>What to ask whenever this maker is named: a date test, a brand of two firms. Null for most.</summary>
    public SourcedText? Caution { get; init; }

    /// <summary>Categories of goods that the caution speaks of; empty for all. It is left out where a record is known to be of another.</summary>
    public ImmutableArray<string> CautionGoods { get; init; } = [];

    /// <summary>Words that name this maker wherever they stand in a text.</summary>
    public ImmutableArray<SourcedText> Words { get; init; } = [];

    /// <summary>Platform and operating system names that only this maker's devices run, as inventories write them.</summary>
    public ImmutableArray<SourcedText> Platforms { get; init; } = [];

    /// <summary>Private enterprise numbers.</summary>
    public ImmutableArray<EnterpriseNumber> EnterpriseNumbers { get; init; } = [];

    /// <summary>Trees of object identifiers, beyond the whole of its own numbers.</summary>
    public ImmutableArray<OidTree> OidTrees { get; init; } = [];

    /// <summary>Names under which it stands in the register of MAC prefixes, exactly as written there.</summary>
    public ImmutableArray<SourcedText> MacRegistrants { get; init; } = [];

    /// <summary>FCC grantee codes.</summary>
    public ImmutableArray<GranteeCode> FccGrantees { get; init; } = [];

    /// <summary>USB vendor ids, four hexadecimal digits.</summary>
    public ImmutableArray<SourcedText> UsbVendors { get; init; } = [];

    /// <summary>PCI vendor ids, four hexadecimal digits.</summary>
    public ImmutableArray<SourcedText> PciVendors { get; init; } = [];

    /// <summary>Vendor ids of optical network terminals, four letters (ITU-T G.984.3).</summary>
    public ImmutableArray<SourcedText> PonVendors { get; init; } = [];

    /// <summary>Type allocation codes of handsets and modules, eight digits (3GPP TS 23.003).</summary>
    public ImmutableArray<SourcedText> TypeAllocations { get; init; } = [];

    /// <summary>Texts that show the maker.</summary>
    public ImmutableArray<BannerText> Banners { get; init; } = [];

    /// <summary>Grammars of model names.</summary>
    public ImmutableArray<ModelFamily> Families { get; init; } = [];
}
