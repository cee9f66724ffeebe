using Rubicon.Diagnostics;

namespace Rubicon.Rules.Facts;

/// <summary>Why a fact is held to be so: one readable statement, the place in the user's records, and the outside source.</summary>
/// <param name="Statement">What was seen: <c>label "Huawei"</c>, <c>name matches "Huawei Technologies Co., Ltd."</c>.</param>
/// <param name="Where">The place in the user's records, or null.</param>
/// <param name="Source">The outside source with its date (a list entry, maker knowledge, a person's answer), or null.</param>
public sealed record Evidence(string Statement, SourceLocation? Where = null, string? Source = null);
