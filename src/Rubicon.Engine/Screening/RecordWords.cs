using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rubicon.Screening;

/// <summary>
/// Words of records and the vocabulary words they stand for. Only plain cases are here: a word that could mean two things is
/// left out, because an unread word leads to a question and a misread one to a wrong answer.
/// </summary>
internal static class RecordWords
{
    private static readonly FrozenDictionary<string, string[]> Acts = Table("""
        buy|purchase|purchased|procure|procured|order|ordered|po|quote|quoted|new purchase|acquire|acquired=procure
        obtain|obtained|receive|received|donation|transfer in=obtain
        lease|leased|rent|rented|rental=rent-or-lease
        import|imported=import
        contract|new contract|award|agreement|new agreement|sign contract=contract
        extend|extension|contract extension|extend contract=extend-contract
        renew|renewal|renewed|contract renewal|subscription renewal|license renewal=renew-contract
        install|installed|installation|deploy|deployed=install
        use|in use|used|operate|operating=use
        maintain|maintenance|support|support contract|maintenance contract=maintain
        repair|field repair|service call|repaired=repair
        update|software update|firmware update|firmware|patch|upgrade software|software upgrade=update
        upgrade|improve|modify|modification|expansion|expand=improve-or-modify
        manage|managed service=manage
        remove|removed|retire|retired|decommission|decommissioned=remove
        sell|sale|sold=sell
        resell|resale=resell
        market|marketing|offer for sale=market
        authorize|authorization|equipment authorization|certification|fcc authorization=authorize
        export|exported|ship abroad|return for repair|rma|rma return|repair return|return to vendor abroad|shipment abroad=export
        reexport|re-export=reexport
        release technology|technology release|technology transfer|send specifications|share drawings=release-technology
        vulnerability disclosure|disclose vulnerability|security disclosure=disclose-vulnerability
        invest|investment=invest
        interconnect|interconnection|peering|roaming agreement|backhaul agreement=interconnect
        provide to government|deliver to government|government delivery|federal delivery=provide-to-government
        fund|funding|reimburse=fund
        certify|certification of compliance|represent=certify
        """);

    private static readonly FrozenDictionary<string, string[]> Funds = Table("""
        usf|universal service|universal service fund|universal service support|high-cost|high cost|high-cost support|e-rate|erate|rural health care|lifeline|connect america fund|caf|caf ii|rdof|acam|a-cam=usf-support:yes
        own|own funds|own money|company funds|operating budget|capex own|self-funded|private=usf-support:no,fcc-capital-subsidy:no,federal-funds:no
        rip and replace|reimbursement program|scrp=fcc-capital-subsidy:yes,usf-support:no
        grant|federal grant|federal loan|reconnect|rus loan|bead|ntia grant=federal-funds:yes
        """);

    private static readonly FrozenDictionary<string, string[]> Purposes = Table("""
        public safety|police|fire service|emergency services|911|dispatch for public safety=public-safety
        security of government facilities|government facility security|government building security|courthouse security=government-facility-security
        physical security surveillance of critical infrastructure|critical infrastructure surveillance|substation surveillance|tower site surveillance of critical infrastructure=critical-infrastructure-surveillance
        national security|defense=other-national-security
        public network|carrier network|subscriber service|customer network=public-network
        own business|retail store security|bakery|restaurant|shop|office use=own-business
        home|household|personal|residential=household
        """);

    private static readonly FrozenDictionary<string, string[]> Places = Table("""
        core|core network|packet core|data center core=core
        access|access network|ran|radio access|last mile=access
        edge|provider edge|aggregation=edge
        transport|backhaul|metro|long haul|backbone=transport
        cpe|customer premises|customer premise|subscriber=customer-premises
        management|noc|oss=management
        police station|city hall|courthouse|federal building|government building|government office=government-facility
        substation|power plant|water plant|refinery|pipeline station=critical-infrastructure
        office|store|bakery|restaurant|warehouse|shop=business
        home|residence=home
        military base|base exchange|installation exchange=military-installation
        """);

    private static readonly FrozenDictionary<string, string[]> Networks = Table("""
        5g|nr|5g nr|5g sa|5g nsa|gnodeb|fifth generation=5g
        4g|lte|lte-a|lte advanced|enodeb|fourth generation=4g
        3g|umts|wcdma|hspa|nodeb=3g
        2g|gsm|gprs|edge/gsm=2g
        mobile|cellular|mobile network=mobile
        full fiber|full fibre|ftth|fttp|gpon|xgs-pon|pon=full-fiber
        dsl|adsl|vdsl|fttc|copper=copper
        hfc|docsis|coaxial|cable network=cable
        fixed|fixed line|wireline=fixed
        private|private network|campus network|enterprise network|private 5g|private lte=private-network
        satellite|vsat|leo=satellite-network
        """);

    private static readonly FrozenDictionary<string, string[]> Kinds = Table("""
        equipment|hardware|device|appliance|product=equipment
        component|module|part|spare|spare part|chip|card|board=component
        software|application|license|licence|library|framework|operating-system|operating system|container|file|data|machine-learning-model=software
        firmware|update|software update|firmware update|patch=update
        service|services|subscription|maintenance|support|support contract|maintenance contract|managed service=service
        service visit|technician visit|site visit|field service=service-visit
        technology|technical data|specifications|source code=technology
        investment|shares|stake=investment
        """);

    private static readonly FrozenSet<string> OutOfUse = new[]
    {
        "retired", "decommissioned", "removed", "disposed", "scrapped", "destroyed", "returned",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NotYetInUse = new[]
    {
        "planned", "ordered", "staged", "inventory", "in stock", "spare", "offline", "storage", "warehouse",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string? Act(string text) => Acts.GetValueOrDefault(text.Trim())?[0];

    public static string? Kind(string text) => Kinds.GetValueOrDefault(text.Trim())?[0];

    public static string? Purpose(string text) => Purposes.GetValueOrDefault(text.Trim())?[0];

    public static string? Place(string text) => Places.GetValueOrDefault(text.Trim())?[0];

    public static string? Network(string text) => Networks.GetValueOrDefault(text.Trim())?[0];

    /// <summary>Facts that a funding source states, each as "name:yes" or "name:no"; null when the words say nothing sure.</summary>
    public static ImmutableArray<(string Fact, bool Yes)> Funding(string text) =>
        Funds.TryGetValue(text.Trim(), out string[]? facts) ? [.. facts.Select(f => (f[..f.IndexOf(':', StringComparison.Ordinal)], f.EndsWith(":yes", StringComparison.Ordinal)))] : [];

    public static bool IsOutOfUse(string status) => OutOfUse.Contains(status.Trim());

    public static bool IsNotYetInUse(string status) => NotYetInUse.Contains(status.Trim());

    private static FrozenDictionary<string, string[]> Table(string text)
    {
        var table = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in text.Split('\n'))
        {
            int equals = line.LastIndexOf('=');
            foreach (string word in line[..equals].Split('|')) table[word.Trim()] = line[(equals + 1)..].Trim().Split(',');
        }
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
