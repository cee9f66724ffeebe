using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Parties;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Subjects;

namespace Rubicon.Reports;

/// <summary>The words that reports use for closed sets of values, and the values of those words. They are part of schema 1.x.</summary>
public static class ReportWords
{
    private static readonly string[] Fields = [.. Enum.GetNames<Field>().Select(Camel)];
    private static readonly string[] Kinds = [.. Enum.GetNames<SubjectKind>().Select(Hyphens)];
    private static readonly string[] Statuses = [.. Enum.GetNames<LegalStatus>().Select(Hyphens)];
    private static readonly string[] Relations = [.. Enum.GetNames<Relation>().Select(Hyphens)];
    private static readonly string[] Severities = [.. Enum.GetNames<Severity>().Select(Hyphens)];
    private static readonly string[] Claimed = [.. Enum.GetNames<ClaimSubject>().Select(Hyphens)];
    private static readonly string[] Confidences = [.. Enum.GetNames<Confidence>().Select(Hyphens)];
    private static readonly Dictionary<Strength, string> Strengths = Enum.GetValues<Strength>().ToDictionary(s => s, s => Hyphens(s.ToString()));
    private static readonly string[] Truths = ["no", "unknown", "yes"];

    /// <summary>"yes", "no" or "unknown": words, because the text "false" counts as true in many languages.</summary>
    public static string Word(Truth truth) => Truths[(int)truth];

    /// <summary>"purchase", "device" …</summary>
    public static string Word(SubjectKind kind) => Kinds[(int)kind];

    /// <summary>"in-force", "proposed" …</summary>
    public static string Word(LegalStatus status) => Statuses[(int)status];

    /// <summary>"named", "half-owned" …</summary>
    public static string Word(Relation relation) => Relations[(int)relation];

    /// <summary>"note", "warning" or "error".</summary>
    public static string Word(Severity severity) => Severities[(int)severity];

    /// <summary>"device-maker", "interface-maker" …</summary>
    public static string Word(ClaimSubject about) => Claimed[(int)about];

    /// <summary>"hint", "banner", "system-description", "system-object-id", "model" or "label".</summary>
    public static string Word(Strength strength) => Strengths[strength];

    internal static string Word(Confidence confidence) => Confidences[(int)confidence];

    internal static ClaimSubject? ParseClaimed(string word) => (ClaimSubject?)Index(Claimed, word);

    internal static Confidence? ParseConfidence(string word) => (Confidence?)Index(Confidences, word);

    internal static Strength? ParseStrength(string word)
    {
        foreach (var (strength, name) in Strengths)
            if (name == word) return strength;
        return null;
    }

    /// <summary>The field in camel case: "partNumber".</summary>
    public static string Word(Field field) => Fields[(int)field];

    internal static Truth? ParseTruth(string word) => (Truth?)Index(Truths, word);

    internal static SubjectKind? ParseKind(string word) => (SubjectKind?)Index(Kinds, word);

    internal static LegalStatus? ParseStatus(string word) => (LegalStatus?)Index(Statuses, word);

    internal static Relation? ParseRelation(string word) => (Relation?)Index(Relations, word);

    internal static Severity? ParseSeverity(string word) => (Severity?)Index(Severities, word);

    internal static Field? ParseField(string word) => (Field?)Index(Fields, word);

    private static int? Index(string[] words, string word) =>
        Array.IndexOf(words, word) is var index and >= 0 ? index : null;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Hyphens(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
