using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance;

/// <summary>Agreements that decide a few things and leave the rest to the defaults.</summary>
internal static class Agreements
{
    public static FoundingAgreement Silent { get; } = new() { Name = "Convention", Seat = Samples.Site("siege") };

    public static FoundingAgreement With<T>(this FoundingAgreement agreement, SettingDefinition<T> definition, T value) => agreement with
    {
        Settings = [.. agreement.Settings, new DatedSetting(definition, DateOnly.MinValue, value!, new LegalReference("Convention"))],
    };
}
