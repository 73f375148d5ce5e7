namespace StaffPool.Web.Pages;

/// <summary>The start of a grouping: what the user can do there.</summary>
public sealed class GroupingHomeModel : GroupingPage;
