"""The properties that HubSpot itself gives each type of object, with their types."""

DEAL_COLUMNS = {
    "dealname": "string", "dealstage": "enumeration", "pipeline": "enumeration",
    "amount": "number", "deal_currency_code": "enumeration", "closedate": "datetime",
    "hubspot_owner_id": "enumeration", "hs_is_closed": "bool", "hs_is_closed_won": "bool",
    "hs_lastmodifieddate": "datetime", "createdate": "datetime", "hs_object_id": "number",
    "hs_merged_object_ids": "enumeration", "closed_lost_reason": "string", "dealtype": "string",
}  # fmt: skip
CONTACT_COLUMNS = {
    "email": "string", "firstname": "string", "hs_additional_emails": "enumeration",
    "hs_object_id": "number", "createdate": "datetime", "lastmodifieddate": "datetime",
}  # fmt: skip
CALL_COLUMNS = {
    "hs_timestamp": "datetime", "hs_call_title": "string", "hs_call_body": "string",
    "hs_call_duration": "number", "hs_call_direction": "enumeration",
    "hs_call_status": "enumeration", "hubspot_owner_id": "enumeration", "hs_object_id": "number",
    "createdate": "datetime", "hs_lastmodifieddate": "datetime",
}  # fmt: skip
CUSTOM_COLUMNS = {
    "hubspot_owner_id": "enumeration", "hs_object_id": "number", "createdate": "datetime",
    "hs_lastmodifieddate": "datetime",
}  # fmt: skip
READ_ONLY = frozenset(
    {"hs_object_id", "hs_lastmodifieddate", "lastmodifieddate", "hs_is_closed",
     "hs_is_closed_won", "hs_merged_object_ids"}
)  # fmt: skip
