using Microsoft.AspNetCore.Identity;

namespace Rubicon.Server.Security;

/// <summary>Passwords, hashed as ASP.NET Core hashes them (PBKDF2, SHA-512, salted).</summary>
internal static class Passwords
{
    public const int Shortest = 12, Longest = 200;

    private static readonly PasswordHasher<string> Hasher = new();

    /// <summary>Compared with when nobody has the login, so that the time of an answer tells nothing.</summary>
    private static readonly string Nobody = Hasher.HashPassword("", Guid.Empty.ToString());

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>True when the password is the one that was hashed; never for null.</summary>
    public static bool Fits(string? hash, string password) =>
        Hasher.VerifyHashedPassword("", hash ?? Nobody, password) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>What is wrong with a password that somebody chooses, or null.</summary>
    public static string? Wrong(string login, string password, string again) => password switch
    {
        { Length: < Shortest } => $"A password has at least {Shortest} characters.",
        { Length: > Longest } => $"A password has at most {Longest} characters.",
        _ when password != again => "The two passwords are not the same.",
        _ when string.Equals(password, login, StringComparison.OrdinalIgnoreCase) => "The password is the login.",
        _ => null,
    };

    /// <summary>The login as it is kept: lower case; null when it is none.</summary>
    public static string? Login(string text)
    {
        string login = text.Trim().ToLowerInvariant();
        return login.Length is >= 3 and <= 100 && login.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@' or '+') ? login : null;
    }
}
