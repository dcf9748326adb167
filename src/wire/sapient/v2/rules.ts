/**
 * What BSI Flex 335 v2.0 demands beyond the protobuf types: which fields must be there, which oneofs must be set, and
 * the form of identifiers. Names are those of sapient.proto; messages without rules are left out.
 *
 * Source: the message definitions of Dstl's Apex middleware @ 0c8591ae and v2 Test Harness @ 03beb1a6, which agree, with
 * the harness's additions (`unit-interval`, `dependent_nodes`, `follow_object_id`).
 */
export type IdForm = 'uuid' | 'ulid'
export type MessageRules = {
  /** Absent, empty text, empty list and enum 0 (UNSPECIFIED) all count as missing. */
  readonly mandatory?: readonly string[]
  readonly oneofs?: readonly string[]
  readonly ids?: Readonly<Record<string, IdForm>>
  /** Probabilities, confidences and rankings: 0 to 1. */
  readonly unitInterval?: readonly string[]
  /** 0 means that nothing was measured. */
  readonly nonZero?: readonly string[]
}

export const MESSAGE_RULES: Readonly<Record<string, MessageRules>> = {
  SapientMessage: { mandatory: ['timestamp', 'node_id'], oneofs: ['content'], ids: { node_id: 'uuid', destination_id: 'uuid' } },
  Registration: {
    mandatory: ['node_definition', 'icd_version', 'capabilities', 'status_definition', 'mode_definition', 'config_data'],
    ids: { dependent_nodes: 'uuid' },
  },
  'Registration.BehaviourDefinition': { mandatory: ['type'] },
  'Registration.BehaviourFilterDefinition': { mandatory: ['type'] },
  'Registration.Capability': { mandatory: ['category', 'type'] },
  'Registration.ClassDefinition': { mandatory: ['type'] },
  'Registration.ClassFilterDefinition': { mandatory: ['type'] },
  'Registration.Command': { mandatory: ['units', 'completion_time', 'type'] },
  'Registration.ConfigurationData': { mandatory: ['manufacturer', 'model'] },
  'Registration.DetectionDefinition': { mandatory: ['location_type'] },
  'Registration.DetectionReport': { mandatory: ['category', 'type', 'units'] },
  'Registration.Duration': { mandatory: ['units', 'value'] },
  'Registration.ExtensionSubclass': { mandatory: ['Subclass_namespace', 'Subclass_name'] },
  'Registration.FilterParameter': { mandatory: ['parameter', 'operators'] },
  'Registration.GeometricError': { mandatory: ['type', 'units', 'variation_type'] },
  'Registration.LocationType': { oneofs: ['coordinates_oneof', 'datum_oneof'] },
  'Registration.ModeDefinition': { mandatory: ['mode_name', 'mode_type', 'settle_time', 'task'] },
  'Registration.ModeParameter': { mandatory: ['type', 'value'] },
  'Registration.NodeDefinition': { mandatory: ['node_type'] },
  'Registration.PerformanceValue': { mandatory: ['type', 'units', 'unit_value'] },
  'Registration.RegionDefinition': { mandatory: ['region_type', 'region_area'] },
  'Registration.StatusDefinition': { mandatory: ['status_interval'] },
  'Registration.StatusReport': { mandatory: ['category', 'type'] },
  'Registration.SubClass': { mandatory: ['type', 'level'] },
  'Registration.SubClassFilterDefinition': { mandatory: ['level', 'type'] },
  'Registration.TaskDefinition': { mandatory: ['region_definition'] },
  'Registration.TaxonomyDockDefinition': { mandatory: ['Dock_class_namespace', 'Dock_class'] },
  'Registration.VelocityType': { oneofs: ['datum_oneof', 'velocity_units_oneof'] },
  RegistrationAck: { mandatory: ['acceptance'] },
  StatusReport: { mandatory: ['report_id', 'system', 'info', 'mode'], ids: { report_id: 'ulid', active_task_id: 'ulid' } },
  'StatusReport.Status': { mandatory: ['status_type'] },
  DetectionReport: {
    mandatory: ['report_id', 'object_id'],
    oneofs: ['location_oneof'],
    ids: { report_id: 'ulid', object_id: 'ulid', task_id: 'ulid' },
    unitInterval: ['detection_confidence'],
  },
  'DetectionReport.Behaviour': { mandatory: ['type'], unitInterval: ['confidence'] },
  'DetectionReport.DerivedDetection': { mandatory: ['node_id', 'object_id'], ids: { node_id: 'uuid', object_id: 'ulid' } },
  'DetectionReport.DetectionReportClassification': { mandatory: ['type'], unitInterval: ['confidence'] },
  'DetectionReport.Signal': { mandatory: ['amplitude', 'centre_frequency'], nonZero: ['amplitude', 'centre_frequency'] },
  'DetectionReport.SubClass': { mandatory: ['type', 'level'], unitInterval: ['confidence'] },
  'DetectionReport.TrackObjectInfo': { mandatory: ['type', 'value'] },
  Task: { mandatory: ['task_id', 'control'], ids: { task_id: 'ulid' } },
  'Task.BehaviourFilter': { mandatory: ['parameter'] },
  'Task.ClassFilter': { mandatory: ['parameter', 'type'] },
  'Task.Command': { oneofs: ['command'] },
  'Task.Parameter': { mandatory: ['name', 'operator', 'value'] },
  'Task.Region': { mandatory: ['type', 'region_id', 'region_name', 'region_area'], ids: { region_id: 'ulid' } },
  'Task.SubClassFilter': { mandatory: ['parameter', 'type'] },
  TaskAck: { mandatory: ['task_id', 'task_status'], ids: { task_id: 'ulid' } },
  Alert: { mandatory: ['alert_id'], ids: { alert_id: 'ulid', region_id: 'ulid' }, unitInterval: ['ranking', 'confidence'] },
  AlertAck: { mandatory: ['alert_id', 'alert_ack_status'], ids: { alert_id: 'ulid' } },
  Error: { mandatory: ['packet', 'error_message'] },
  Location: { mandatory: ['x', 'y', 'coordinate_system', 'datum'] },
  LocationList: { mandatory: ['locations'] },
  RangeBearing: { mandatory: ['coordinate_system', 'datum'] },
  RangeBearingCone: { mandatory: ['coordinate_system', 'datum'] },
  LocationOrRangeBearing: { oneofs: ['fov_oneof'] },
  ENUVelocity: { mandatory: ['east_rate', 'north_rate'] },
  ENUVelocityUnits: { mandatory: ['east_north_rate_units'] },
  AssociatedFile: { mandatory: ['type', 'url'] },
  AssociatedDetection: { mandatory: ['node_id', 'object_id'], ids: { node_id: 'uuid', object_id: 'ulid' } },
  FollowObject: { mandatory: ['follow_object_id'], ids: { follow_object_id: 'ulid' } },
}
