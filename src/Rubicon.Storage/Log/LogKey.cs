using System.Security.Cryptography;
using System.Text;

namespace Rubicon.Storage.Log;

/// <summary>The key that signs checkpoints. It lies in the data folder, readable for the server's user alone. Thread-safe.</summary>
public sealed class LogKey : IDisposable
{
    /// <summary>The private key's file.</summary>
    public const string FileName = "log-key.pem";

    /// <summary>The public key's file: what an auditor needs beside a checkpoint.</summary>
    public const string PublicFileName = "log-key.public.pem";

    private const string Algorithm = "ecdsa-p256-sha256";

    private readonly ECDsa _key;
    private readonly Lock _lock = new();

    private LogKey(ECDsa key) => _key = key;

    /// <summary>Opens the key of a folder; makes one when there is none.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static LogKey OpenOrCreate(string folder)
    {
        string file = Path.Combine(folder, FileName);
        if (File.Exists(file)) return Read(file);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using (var stream = new FileStream(file, Private(FileMode.CreateNew)))
            stream.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        File.WriteAllText(Path.Combine(folder, PublicFileName), made.ExportSubjectPublicKeyInfoPem() + "\n");
        return Read(file);
    }

    /// <summary>Opens the key that checks the log of a folder; null when there is none.</summary>
    public static LogKey? ForChecking(string folder)
    {
        foreach (string name in new[] { PublicFileName, FileName })
            if (Path.Combine(folder, name) is var file && File.Exists(file)) return Read(file);
        return null;
    }

    /// <summary>Options of a file that only its owner may read.</summary>
    internal static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static LogKey Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new IOException($"{file} is no key in PEM form", error);
        }
        return new LogKey(key);
    }

    /// <summary>The four bytes by which signed-note names a key.</summary>
    internal byte[] Hash(string name)
    {
        lock (_lock)
            return SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', 0xff, .. Encoding.UTF8.GetBytes(Algorithm), .. _key.ExportSubjectPublicKeyInfo()])[..4];
    }

    internal byte[] Sign(byte[] text)
    {
        lock (_lock) return _key.SignData(text, HashAlgorithmName.SHA256);
    }

    internal bool Verify(byte[] text, ReadOnlySpan<byte> signature)
    {
        lock (_lock) return _key.VerifyData(text, signature, HashAlgorithmName.SHA256);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
