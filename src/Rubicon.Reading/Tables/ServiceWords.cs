using System.Collections.Frozen;
using Rubicon.Subjects;

namespace Rubicon.Reading.Tables;

/// <summary>
/// Headers of records of service visits and of firmware updates: who performs the work, who employs them, who signs the
/// update, who hosts it and from where. They mean this in such records only ("signed by" elsewhere is about a contract).
/// </summary>
internal static class ServiceWords
{
    private static readonly FrozenSet<string> Visits = Set("""
        visit visitdate dateofvisit visitid visitnumber visitno visittype visitpurpose visitreason visitedby visitor visitstart visitend servicevisit servicevisitdate
        """);

    private static readonly FrozenSet<string> Technicians = Set("""
        technician technicianname fieldengineer serviceengineer engineer engineername fieldtechnician servicetechnician visitor visitedby visitby
        """);

    private static readonly FrozenSet<string> Employers = Set("""
        employer employername employedby technicianemployer engineeremployer employeroftechnician employingcompany employercompany
        """);

    private static readonly FrozenSet<string> Updates = Set("""
        signedby signer signername signingparty codesigner signingcertificate signaturesubject updatesigner hostedby updatehost hostingprovider updateserver updateserveroperator
        hostedin hostingcountry servercountry firmwareupdate updatedate dateofupdate updateid updateversion updatename updatefile updatepackage pushedby deliveredby
        """);

    private static readonly FrozenDictionary<string, Field> Words = Make();

    /// <summary>The kind of record that the headers tell, or null.</summary>
    public static TableKind? KindOf(IReadOnlyList<string> header)
    {
        var folded = header.Select(HeaderWords.Fold).ToList();
        if (folded.Count(Updates.Contains) >= 2) return TableKind.Updates;
        bool visit = folded.Exists(Visits.Contains) || (folded.Exists(Technicians.Contains) && folded.Exists(Employers.Contains));
        return visit && folded.Exists(f => Technicians.Contains(f) || Employers.Contains(f) || HeaderWords.Meaning(f) is Field.Performer or Field.Supplier) ? TableKind.Visits : null;
    }

    /// <summary>
    /// What a header means in such a record; empty where it means the usual. The firm that employs the technician performs the
    /// visit, whoever the technician is; where no employer is stated the contractor performs it, and without one the technician.
    /// </summary>
    public static Field[] Meanings(string header, IReadOnlyList<string> all)
    {
        string word = HeaderWords.Fold(header);
        bool employer = all.Any(h => Employers.Contains(HeaderWords.Fold(h)));
        bool contractor = all.Any(h => HeaderWords.Meaning(h) == Field.Supplier);
        if (Technicians.Contains(word)) return [employer || contractor ? Field.Note : Field.Performer];
        if (Employers.Contains(word)) return [Field.Performer];
        if (Words.TryGetValue(word, out var field)) return [field];
        if (HeaderWords.PlainCountry.Contains(word)) return [Field.PerformerCountry];
        if (HeaderWords.Meaning(header) == Field.Supplier && !employer && !all.Any(h => HeaderWords.Meaning(h) == Field.Performer && !Technicians.Contains(HeaderWords.Fold(h))) && !all.Any(h => Updates.Contains(HeaderWords.Fold(h))))
            return [Field.Supplier, Field.Performer];
        return [];
    }

    private static FrozenDictionary<string, Field> Make()
    {
        var words = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (field, list) in new[]
        {
            (Field.Performer, "signedby signer signername signingparty codesigner signingcertificate signaturesubject updatesigner pushedby deliveredby"),
            (Field.Supplier, "hostedby updatehost hostingprovider updateserveroperator"),
            (Field.SupplierCountry, "hostedin hostingcountry servercountry"),
            (Field.PerformerCountry, "employercountry countryofemployer techniciancountry performercountry signercountry visitedfrom remotefrom accessedfrom connectedfrom fromcountry pushedfrom"),
            (Field.ActDate, "visitdate dateofvisit servicevisitdate visitstart updatedate dateofupdate servicedate"),
            (Field.Version, "updateversion"),
            (Field.Description, "firmwareupdate updatename updatepackage visitpurpose visitreason"),
            (Field.Note, "updateserver updatefile updateurl downloadurl"),
        })
            foreach (string word in list.Split(' ')) words.Add(word, field);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
