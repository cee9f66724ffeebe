using System.Collections.Frozen;
using System.Text;

namespace Rubicon.Reading.Lists;

/// <summary>
/// What a publisher publishes as one: a list, or several together. Those that rules of the packs speak of have the id of the pack's list, so that a party
/// found on them is found on that list.
/// </summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="License">On which terms it may be used, as far as known.</param>
public sealed record ListPublication(string Id, string Title, string Publisher, string License)
{
    /// <summary>Terms of works of the United States.</summary>
    private const string UsGovernment = "work of the U.S. Government (17 U.S.C. 105)";

    /// <summary>Terms that nobody stated.</summary>
    public const string NotStated = "not stated";

    private const string Commerce = "U.S. Department of Commerce, Bureau of Industry and Security", Treasury = "U.S. Department of the Treasury, Office of Foreign Assets Control",
        State = "U.S. Department of State";

    /// <summary>All that are known, with the words by which files name them: the source column of the Consolidated Screening List, the list_id of JSON.</summary>
    private static readonly (ListPublication Publication, string[] Words)[] Table =
    [
        (new("us-csl", "Consolidated Screening List", "U.S. Department of Commerce, International Trade Administration", UsGovernment), ["csl"]),
        (new("us-bis/entity-list", "Entity List", Commerce, UsGovernment), ["entity list (el)", "bis-entity-list", "entity list", "el"]),
        (new("us-bis/denied-persons", "Denied Persons List", Commerce, UsGovernment), ["denied persons list (dpl)", "bis-dpl", "denied persons list", "dpl"]),
        (new("us-bis/denied-persons-non-standard", "Denied Persons List, orders with terms of their own", Commerce, UsGovernment), []),
        (new("us-bis/unverified-list", "Unverified List", Commerce, UsGovernment), ["unverified list (uvl)", "bis-uvl", "unverified list", "uvl"]),
        (new("us-bis/meu-list", "Military End-User List", Commerce, UsGovernment), ["military end user (meu) list", "bis-meu", "military end user list", "meu"]),
        (new("us-ofac/sdn", "Specially Designated Nationals and Blocked Persons List", Treasury, UsGovernment), ["specially designated nationals (sdn)", "ofac-sdn", "sdn list", "sdn"]),
        (new("us-ofac/consolidated", "Consolidated (non-SDN) Sanctions List", Treasury, UsGovernment), ["consolidated list", "ofac-cons"]),
        (new("us-ofac/ns-cmic", "Non-SDN Chinese Military-Industrial Complex Companies List", Treasury, UsGovernment),
            ["non-sdn chinese military-industrial complex companies list (cmic)", "ofac-nscmic", "ns-cmic list", "non-sdn cmic list", "cmic", "ns-cmic"]),
        (new("us-ofac/ssi", "Sectoral Sanctions Identifications List", Treasury, UsGovernment), ["sectoral sanctions identifications list (ssi)", "sectoral sanctions identifications list", "ssi"]),
        (new("us-ofac/ns-plc", "Non-SDN Palestinian Legislative Council List", Treasury, UsGovernment), ["palestinian legislative council list (plc)", "non-sdn palestinian legislative council list", "plc", "ns-plc"]),
        (new("us-ofac/capta", "Correspondent Account or Payable-Through Account Sanctions", Treasury, UsGovernment), ["capta list (cap)", "capta list", "cap"]),
        (new("us-ofac/ns-mbs", "Non-SDN Menu-Based Sanctions List", Treasury, UsGovernment), ["non-sdn menu-based sanctions list (ns-mbs list)", "non-sdn menu-based sanctions list", "ns-mbs list", "mbs", "ns-mbs"]),
        (new("us-ofac/fse", "Foreign Sanctions Evaders List", Treasury, UsGovernment), ["foreign sanctions evaders (fse)", "foreign sanctions evaders list", "fse list", "fse"]),
        (new("us-state/itar-debarred", "AECA/ITAR Debarred Parties", State, UsGovernment), ["itar debarred (dtc)", "state-debarred-statutory", "state-debarred-admin", "dtc"]),
        (new("us-state/nonproliferation", "Nonproliferation Sanctions", State, UsGovernment), ["nonproliferation sanctions (isn)", "state-nonproliferation", "isn"]),
        (new("us-dod-1260h/list", "Section 1260H List (Chinese military companies)", "U.S. Department of Defense", UsGovernment), ["dow-1260h", "dod-1260h", "1260h"]),
        (new("us-fcc/covered-list", "Covered List (section 2 of the Secure Networks Act)", "U.S. Federal Communications Commission", UsGovernment), ["fcc-covered", "covered list"]),
        (new("us-dhs/uflpa", "UFLPA Entity List", "U.S. Department of Homeland Security", UsGovernment), ["dhs-uflpa", "uflpa"]),
        (new("us-cbp/wro", "Withhold Release Orders and Findings", "U.S. Customs and Border Protection", UsGovernment), ["cbp-wro"]),
        (new("un-sc/consolidated", "United Nations Security Council Consolidated List", "United Nations Security Council", "terms of use of the United Nations"), []),
        (new("eu/fsf", "Consolidated list of persons, groups and entities under EU financial sanctions", "European Commission", "Decision 2011/833/EU (reuse allowed)"), []),
        (new("uk/conlist", "Consolidated list of financial sanctions targets", "HM Treasury, Office of Financial Sanctions Implementation", "Open Government Licence v3.0"), []),
        (new("uk/sanctions-list", "UK Sanctions List", "Foreign, Commonwealth and Development Office", "Open Government Licence v3.0"), []),
        (new("jp-meti/end-user-list", "End User List", "Ministry of Economy, Trade and Industry of Japan", "terms of use of the Government of Japan"), []),
    ];

    private static readonly FrozenDictionary<string, ListPublication> ById = Table.ToFrozenDictionary(r => r.Publication.Id, r => r.Publication, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ListPublication> ByWord =
        Table.SelectMany(r => r.Words.Select(w => (w, r.Publication))).ToFrozenDictionary(p => p.w, p => p.Publication, StringComparer.OrdinalIgnoreCase);

    /// <summary>The publication of that id; an id that is not known is that of a list of the user's own.</summary>
    public static ListPublication Of(string id) => ById.GetValueOrDefault(id) ?? new ListPublication(id, id, NotStated, NotStated);

    /// <summary>
    /// The publication that a file names in its own words, or null: a source of the Consolidated Screening List ("Entity List (EL) - Bureau of Industry and
    /// Security", the agency set aside), a list_id, or the name of a list of OFAC's.
    /// </summary>
    public static ListPublication? Named(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        string text = words.Trim();
        if (ById.TryGetValue(text, out var known) || ByWord.TryGetValue(text, out known)) return known;
        int agency = text.IndexOf(" - ", StringComparison.Ordinal);
        return agency > 0 ? ByWord.GetValueOrDefault(text[..agency].Trim()) : null;
    }

    /// <summary>A list that no publisher known here published: named after its file.</summary>
    public static ListPublication Own(string name)
    {
        var id = new StringBuilder();
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c) || c == '_') id.Append(char.ToLowerInvariant(c));
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        string text = id.ToString().TrimEnd('-');
        return new ListPublication(text.Length == 0 ? "list" : text, name.Length == 0 ? "list" : name, NotStated, NotStated);
    }
}
