using System.Security.Cryptography;

namespace Rubicon.Storage;

/// <summary>Ids and secrets that nobody can guess.</summary>
internal static class Ids
{
    /// <summary>An id: a letter that says of what, and 96 random bits.</summary>
    public static string New(char kind) => kind + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>A secret of 256 random bits, with a prefix by which scanners of source code know it.</summary>
    public static string Secret() => "rubicon_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
