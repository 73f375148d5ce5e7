using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Voting;

internal static class VotingTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Governance.Voting.VotingTexts", typeof(VotingTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
