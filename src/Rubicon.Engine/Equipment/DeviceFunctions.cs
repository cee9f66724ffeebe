using System.Collections.Immutable;
using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>What a device can do that rules ask about.</summary>
/// <param name="Function"><c>routes-user-traffic</c>, <c>sees-user-data</c> or <c>can-be-disrupted-remotely</c>.</param>
/// <param name="Answer">True where the kind of device says so; false means unknown, never no.</param>
/// <param name="Because">What says so, or null.</param>
public sealed record DeviceFunction(string Function, bool Answer, string? Because);

/// <summary>
/// The functions of section 2(b)(2) of the Secure Networks Act (47 U.S.C. 1601(b)(2)): to route or redirect user data traffic or permit visibility into it,
/// and to cause the network to be disrupted remotely. A kind of device that forwards packets does the first two by what it is; whatever else is unknown
/// until somebody says so. Nothing here says that a device cannot.
/// </summary>
public static class DeviceFunctions
{
    // Kinds whose very work is to forward the traffic of users.
    private static readonly string[] Forwarding =
        ["routing", "switching", "base-station", "small-cell", "core-network", "olt", "access-network", "dslam", "cable-access", "optical-transport", "microwave", "network-security", "wireless-lan", "modem", "ont"];

    // Kinds that handle packets or calls in the clear.
    private static readonly string[] Seeing = ["routing", "switching", "core-network", "network-security", "olt", "access-network", "voice", "wireless-lan"];

    // Kinds that networks are steered from.
    private static readonly string[] Steering = ["network-management", "core-network"];

    /// <summary>The three functions, in this order.</summary>
    public static ImmutableArray<DeviceFunction> Of(Identification seen) =>
        [Of("routes-user-traffic", Forwarding, seen), Of("sees-user-data", Seeing, seen), Of("can-be-disrupted-remotely", Steering, seen)];

    private static DeviceFunction Of(string function, string[] kinds, Identification seen)
    {
        foreach (var evidence in seen.Categories)
            if (Array.Exists(kinds, k => Vocabularies.Category.IsA(evidence.Category, k)))
                return new DeviceFunction(function, true, $"{evidence.Category} by {evidence.Signal}");
        return new DeviceFunction(function, false, null);
    }
}
