using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>
/// Reads CycloneDX JSON (ECMA-424), versions 1.4 to 1.7; older and unknown ones with a remark. Yields the product that
/// the bill describes, each component and each service, nested ones after their owner. The product holds all components,
/// because a rule may reach it through a part. Tools that made the bill are no part of the product and are left out.
/// </summary>
internal static class CycloneDxReader
{
    public static bool Is(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && (OtherJson.Text(root, "bomFormat") == "CycloneDX"
            || OtherJson.Text(root, "$schema")?.Contains("cyclonedx.org/schema/bom", StringComparison.Ordinal) == true);

    public static IEnumerable<ReadRecord> Read(JsonElement root, LineCounter places, InputLedger ledger)
    {
        Version(root, ledger);
        var metadata = Object(root, "metadata");
        var product = Object(metadata, "component");
        bool isDevice = OtherJson.Text(product, "type") == "device";
        var reader = new ComponentReader(places, ledger.File);

        // The product comes first and holds its parts, so the parts are read before it is yielded.
        var parts = reader.ReadAll(root, "components", "$.components", isDevice, service: false);
        var services = reader.ReadAll(root, "services", "$.services", false, service: true);
        bool any = parts.Records.Length + services.Records.Length > 0;
        if (product.ValueKind == JsonValueKind.Object)
        {
            any = true;
            foreach (var record in reader.Product(product, metadata, parts.Own)) yield return record;
        }
        foreach (var record in parts.Records.Concat(services.Records)) yield return record;
        if (!any) ledger.Report(ProblemCatalog.CycloneDxEmpty, OtherJson.Describe(root));
    }

    public static JsonElement Object(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    private static void Version(JsonElement root, InputLedger ledger)
    {
        string? version = OtherJson.Text(root, "specVersion");
        ledger.Format = version is { Length: <= 8 } ? $"cyclonedx-{version}" : "cyclonedx";
        if (version is "1.4" or "1.5" or "1.6" or "1.7") return;
        var kind = version is "1.0" or "1.1" or "1.2" or "1.3" ? ProblemCatalog.CycloneDxOldVersion : ProblemCatalog.CycloneDxUnknownVersion;
        ledger.Report(kind, $"specVersion {Quote.Text(version)}", pointer: "$.specVersion");
    }
}

/// <summary>Records of a list, nested ones among them, and the subjects of the list itself.</summary>
internal readonly record struct ReadParts(ImmutableArray<ReadRecord> Records, ImmutableArray<Subject> Own);
