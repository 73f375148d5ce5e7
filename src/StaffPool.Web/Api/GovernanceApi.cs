using StaffPool.Application.Governance;

namespace StaffPool.Web.Api;

internal static class GovernanceApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ReadAgreement>("agreements"),
        ApiEndpoint.Post<AmendAgreement>("agreements").Creates("agreements"),
        ApiEndpoint.Get<ListCommitments>("commitments"),
        ApiEndpoint.Post<AddCommitment>("commitments").Creates("commitments"),
        ApiEndpoint.Put<ReviseCommitment>("commitments/{commitmentId}"),
        ApiEndpoint.Delete<RemoveCommitment>("commitments/{commitmentId}"),
        ApiEndpoint.Get<ReadRights>("rights"),
        ApiEndpoint.Get<ListAssemblies>("assemblies"),
        ApiEndpoint.Post<ConveneAssembly>("assemblies").Creates("assemblies/{id}"),
        ApiEndpoint.Get<ReadAssembly>("assemblies/{assemblyId}"),
        ApiEndpoint.Put<RecordSitting>("assemblies/{assemblyId}/sitting"),
        ApiEndpoint.Post<CloseAssembly>("assemblies/{assemblyId}/closure"),
    ];
}
