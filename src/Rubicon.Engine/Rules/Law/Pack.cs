using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Law;

/// <summary>A body of law: one folder under <c>packs/</c>.</summary>
/// <param name="Id">Its id and folder name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country whose law it is (EU for the European Union).</param>
/// <param name="MaintainedAsOf">The last day for which its law was kept up; later days give review.</param>
/// <param name="Instruments">Its documents.</param>
/// <param name="Facts">Facts it adds to the catalog, open terms, papers and switches among them.</param>
/// <param name="Terms">Its terms of open texture.</param>
/// <param name="Presumptions">What holds when nobody states a fact.</param>
/// <param name="Sources">What was read for the pack as a whole.</param>
/// <param name="Digest">SHA-256 of its files, lower-case hex.</param>
/// <param name="Where">Its folder.</param>
public sealed record Pack(
    string Id, string Title, string Country, DateOnly MaintainedAsOf, ImmutableArray<Instrument> Instruments,
    ImmutableArray<Fact> Facts, ImmutableArray<OpenTerm> Terms, ImmutableArray<Presumption> Presumptions, ImmutableArray<StatementSource> Sources,
    string Digest, SourceLocation Where);

/// <summary>A term of open texture: its words, and the question that a person answers.</summary>
/// <param name="Id">Its id, which is also the name of the fact that holds the answer.</param>
/// <param name="Words">The words of the law.</param>
/// <param name="Citation">Where they stand.</param>
/// <param name="Question">The question.</param>
/// <param name="Who">Who can answer.</param>
public sealed record OpenTerm(string Id, string Words, string Citation, string Question, string Who);

/// <summary>
/// What the law, or a public record, says of a yes-no fact that nobody states: "all items in the United States" are subject to the export
/// rules. A stated fact always wins; the proof shows that it was presumed, and why.
/// </summary>
/// <param name="Fact">The fact.</param>
/// <param name="Value">What is presumed.</param>
/// <param name="When">When it is presumed, or null for always.</param>
/// <param name="Quotation">The words that say so.</param>
public sealed record Presumption(Fact Fact, bool Value, Condition? When, Quotation Quotation);
