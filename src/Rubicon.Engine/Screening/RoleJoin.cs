namespace Rubicon.Screening;

/// <summary>How a party of a transaction was found among the parties of files of stakes.</summary>
/// <param name="Alias">Key of the party's name, as <see cref="StatedHoldings.KeyOf"/> makes it.</param>
/// <param name="Key">Key in the files.</param>
/// <param name="IsSure">True for an identifier that both have, or a person's word; false for a like name, which proposes and never joins.</param>
/// <param name="Words">How, in words.</param>
public sealed record RoleJoin(string Alias, string Key, bool IsSure, string Words);
