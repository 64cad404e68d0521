// Wordings of administrative procedures and digital government.

extension Wording {
  static let procedures = parse(
    """
    cut|procedures.business_rules_cut_rate|số quy định liên quan đến hoạt động kinh doanh|Cắt giảm, đơn giản hóa
    cut|procedures.business_rules_cut_rate|quy định về điều kiện kinh doanh thuộc thẩm quyền của tỉnh|Cắt giảm
    cut|procedures.business_rules_cut_rate|quy định liên quan kinh doanh không còn cần thiết|Đề xuất cắt giảm
    cut|procedures.compliance_cost_cut_rate|chi phí tuân thủ các quy định kinh doanh|Cắt giảm
    cut|procedures.compliance_cost_cut_rate|chi phí của doanh nghiệp để tuân thủ quy định về kinh doanh|Giảm
    cut|procedures.compliance_cost_cut_rate|chi phí tuân thủ quy định, thủ tục liên quan hoạt động kinh doanh|Tiết giảm
    cut|procedures.processing_time_cut_rate|thời gian giải quyết thủ tục hành chính|Rút ngắn
    cut|procedures.processing_time_cut_rate|thời gian thực hiện TTHC|Cắt giảm
    cut|procedures.processing_time_cut_rate|thời hạn giải quyết TTHC cho người dân, doanh nghiệp|Giảm
    share|procedures.on_time_rate|hồ sơ thủ tục hành chính|được trả kết quả đúng hẹn hoặc sớm hẹn
    share|procedures.on_time_rate|hồ sơ TTHC|giải quyết xong trước và đúng thời hạn
    share|procedures.on_time_rate|hồ sơ tiếp nhận tại Bộ phận Một cửa|được giải quyết đúng hạn
    share|procedures.late_apology_rate|hồ sơ trễ hẹn|có văn bản xin lỗi gửi tổ chức, cá nhân
    share|procedures.late_apology_rate|hồ sơ giải quyết quá hạn|được cơ quan giải quyết giải trình lý do và xin lỗi
    share|procedures.late_apology_rate|hồ sơ trả kết quả trễ hạn|được giải trình, xin lỗi công khai
    share|procedures.internal_simplified_rate|thủ tục hành chính nội bộ|được rà soát và đơn giản hóa
    share|procedures.internal_simplified_rate|TTHC nội bộ trong hệ thống hành chính của tỉnh|có phương án đơn giản hóa được duyệt
    share|procedures.internal_simplified_rate|thủ tục nội bộ giữa các cơ quan nhà nước|được rà soát để đơn giản hóa
    share|procedures.internal_published_rate|TTHC nội bộ|được công bố và công khai
    share|procedures.internal_published_rate|thủ tục hành chính nội bộ của các cơ quan|được rà soát, công bố công khai
    share|procedures.internal_published_rate|thủ tục nội bộ giữa cơ quan hành chính với nhau|đã công bố, niêm yết công khai
    cut|procedures.internal_rules_cut_rate|số quy định thủ tục hành chính nội bộ|Cắt giảm
    cut|procedures.internal_rules_cut_rate|quy định về TTHC nội bộ|Giảm
    cut|procedures.internal_rules_cut_rate|các quy định của thủ tục nội bộ|Đơn giản hóa, cắt giảm
    cut|procedures.internal_cost_cut_rate|chi phí tuân thủ thủ tục hành chính nội bộ|Cắt giảm
    cut|procedures.internal_cost_cut_rate|chi phí thực hiện TTHC nội bộ|Giảm
    cut|procedures.internal_cost_cut_rate|chi phí tuân thủ TTHC nội bộ giữa các cơ quan|Tiết giảm
    share|procedures.published_rate|thủ tục hành chính thuộc thẩm quyền|được công bố, công khai đầy đủ
    share|procedures.published_rate|TTHC của các ngành, các cấp|công bố và công khai kịp thời
    share|procedures.published_rate|thủ tục hành chính sau khi bộ công bố|được tỉnh công bố, công khai
    share|procedures.electronic_transfer_rate|hồ sơ TTHC|được luân chuyển giữa các cơ quan bằng phương thức điện tử
    share|procedures.electronic_transfer_rate|hồ sơ thủ tục hành chính trong nội bộ cơ quan|luân chuyển hoàn toàn bằng điện tử
    share|procedures.electronic_transfer_rate|hồ sơ liên thông|luân chuyển nội bộ qua môi trường điện tử
    share|procedures.electronic_one_stop_rate|cơ quan, đơn vị|triển khai hệ thống một cửa điện tử
    share|procedures.electronic_one_stop_rate|Bộ phận Một cửa|vận hành trên hệ thống một cửa điện tử
    share|procedures.electronic_one_stop_rate|cơ quan có thủ tục hành chính|sử dụng phần mềm một cửa điện tử của tỉnh
    mark|procedures.satisfaction_rate|Mức độ hài lòng của tổ chức, cá nhân khi giải quyết thủ tục hành chính|
    mark|procedures.satisfaction_rate|Tỷ lệ người dân, doanh nghiệp hài lòng với việc giải quyết TTHC|
    mark|procedures.satisfaction_rate|Sự hài lòng của người dân và doanh nghiệp trong giải quyết thủ tục hành chính|
    mark|procedures.satisfaction_rate_land_construction_investment|Mức độ hài lòng về thủ tục lĩnh vực đất đai, xây dựng và đầu tư|
    mark|procedures.satisfaction_rate_land_construction_investment|Tỷ lệ hài lòng khi giải quyết TTHC về đầu tư, đất đai, xây dựng|
    mark|procedures.satisfaction_rate_land_construction_investment|Sự hài lòng đối với TTHC trong các lĩnh vực đất đai, đầu tư, xây dựng|
    share|procedures.no_resubmission_rate|người dân, doanh nghiệp|không phải nộp lại giấy tờ mà cơ quan nhà nước đã có
    share|procedures.no_resubmission_rate|tổ chức, cá nhân làm TTHC|không phải cung cấp lại thông tin, giấy tờ đã được số hóa
    share|procedures.no_resubmission_rate|người làm thủ tục|không phải cung cấp lại giấy tờ, thông tin đã nộp lần trước
    share|procedures.feedback_on_time_rate|phản ánh, kiến nghị của người dân|được trả lời đúng hạn
    share|procedures.feedback_on_time_rate|phản ánh, kiến nghị về quy định hành chính|xử lý xong đúng thời hạn
    share|procedures.feedback_on_time_rate|ý kiến phản ánh, kiến nghị của tổ chức, cá nhân|được xử lý đúng hạn
    share|procedures.electronic_result_rate|kết quả giải quyết TTHC|được cấp bản điện tử
    share|procedures.electronic_result_rate|hồ sơ TTHC|được trả kết quả giải quyết bằng bản điện tử có ký số
    share|procedures.electronic_result_rate|kết quả thủ tục hành chính|cấp dưới dạng điện tử cho người dân
    share|procedures.data_reuse_rate|thông tin, dữ liệu đã số hóa|được khai thác, tái sử dụng
    share|procedures.data_reuse_rate|dữ liệu số hóa từ hồ sơ TTHC|được sử dụng lại khi giải quyết thủ tục
    share|procedures.data_reuse_rate|giấy tờ, dữ liệu số hóa|được dùng lại trong giải quyết thủ tục hành chính
    share|procedures.result_digitisation_rate|kết quả giải quyết thủ tục hành chính|được số hóa
    share|procedures.result_digitisation_rate|kết quả giải quyết TTHC còn hiệu lực|được số hóa vào kho dữ liệu
    share|procedures.result_digitisation_rate|kết quả TTHC thuộc thẩm quyền giải quyết|thực hiện số hóa
    share|procedures.completed_files_digitised_rate|hồ sơ TTHC đã giải quyết xong|được số hóa để lưu trữ
    share|procedures.completed_files_digitised_rate|hồ sơ thủ tục hành chính giải quyết thành công|được số hóa, lưu trữ điện tử
    share|procedures.completed_files_digitised_rate|hồ sơ đã có kết quả giải quyết TTHC|số hóa và lưu trữ điện tử đầy đủ
    share||hồ sơ TTHC bị trả lại để bổ sung|phải hướng dẫn lần thứ hai
    """)

  static let digital = parse(
    """
    share|digital.management_platform_rate|hoạt động chỉ đạo, điều hành, quản trị nội bộ|thực hiện trên nền tảng thống nhất
    share|digital.management_platform_rate|công tác điều hành và quản trị nội bộ của cơ quan|được đưa lên nền tảng quản trị thống nhất
    share|digital.management_platform_rate|hoạt động quản trị, điều hành nội bộ|diễn ra trên nền tảng số dùng chung thống nhất
    share|digital.report_integration_rate|chế độ báo cáo của cơ quan hành chính|được kết nối với Hệ thống thông tin báo cáo của Chính phủ
    share|digital.report_integration_rate|báo cáo định kỳ|tích hợp, chia sẻ trên hệ thống báo cáo Chính phủ
    share|digital.report_integration_rate|chế độ báo cáo định kỳ của tỉnh|kết nối, chia sẻ với hệ thống báo cáo quốc gia của Chính phủ
    share|digital.work_files_online_rate|hồ sơ công việc|được xử lý trên môi trường mạng
    share|digital.work_files_online_rate|hồ sơ công việc không thuộc bí mật nhà nước|lập và xử lý trên môi trường mạng
    share|digital.work_files_online_rate|hồ sơ công việc của cán bộ, công chức|xử lý hoàn toàn qua mạng
    share|digital.inspection_online_rate|hoạt động kiểm tra của cơ quan quản lý|tiến hành qua môi trường số
    share|digital.inspection_online_rate|cuộc kiểm tra|được thực hiện trên môi trường số
    share|digital.inspection_online_rate|hoạt động thanh tra, kiểm tra chuyên ngành|thực hiện qua hệ thống thông tin, môi trường số
    share|digital.eid_users_rate|người dùng dịch vụ công trực tuyến|được xác thực, định danh điện tử
    share|digital.eid_users_rate|người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến|có tài khoản định danh điện tử
    share|digital.eid_users_rate|tổ chức, cá nhân dùng dịch vụ công trực tuyến|được định danh điện tử thông suốt
    share|digital.online_eligible_provided_rate|TTHC đủ điều kiện|được cung cấp trực tuyến
    share|digital.online_eligible_provided_rate|thủ tục hành chính có đủ điều kiện theo quy định|cung cấp dịch vụ công trực tuyến toàn trình
    share|digital.online_eligible_provided_rate|thủ tục đủ điều kiện|được đưa lên cung cấp trực tuyến trên Cổng Dịch vụ công
    share|digital.services_multichannel_rate|dịch vụ công trực tuyến toàn trình|cung cấp trên nhiều phương tiện truy cập
    share|digital.services_multichannel_rate|dịch vụ công toàn trình|truy cập được từ nhiều phương tiện, kể cả điện thoại di động
    share|digital.services_multichannel_rate|dịch vụ toàn trình của tỉnh|được cung cấp trên nhiều loại phương tiện khác nhau
    share|digital.services_with_online_files_rate|dịch vụ công trực tuyến|có phát sinh hồ sơ
    share|digital.services_with_online_files_rate|dịch vụ công trực tuyến đang cung cấp|phát sinh hồ sơ trong năm
    share|digital.services_with_online_files_rate|dịch vụ công trực tuyến của tỉnh|có hồ sơ phát sinh trực tuyến
    share|digital.online_submission_rate|hồ sơ TTHC|được nộp trực tuyến
    share|digital.online_submission_rate|hồ sơ thủ tục hành chính|tiếp nhận qua hình thức nộp trực tuyến
    share|digital.online_submission_rate|hồ sơ của người dân, doanh nghiệp|nộp trực tuyến qua Cổng Dịch vụ công
    share|digital.full_online_submission_rate|hồ sơ|được nộp trực tuyến toàn trình
    share|digital.full_online_submission_rate|hồ sơ TTHC|nộp theo dịch vụ công trực tuyến toàn trình
    share|digital.full_online_submission_rate|hồ sơ của dịch vụ công toàn trình|nộp trực tuyến toàn trình
    share|digital.online_payment_enabled_rate|thủ tục hành chính có nghĩa vụ tài chính|được thanh toán trực tuyến
    share|digital.online_payment_enabled_rate|TTHC có thu phí, lệ phí, nghĩa vụ tài chính|cho phép thanh toán trực tuyến
    share|digital.online_payment_enabled_rate|thủ tục có yêu cầu nghĩa vụ tài chính|mở kênh thanh toán trực tuyến
    share|digital.online_payment_on_national_portal_rate|TTHC có nghĩa vụ tài chính|tích hợp thanh toán trên Cổng Dịch vụ công quốc gia
    share|digital.online_payment_on_national_portal_rate|thủ tục hành chính có phí, lệ phí|được tích hợp thanh toán tại Cổng Dịch vụ công quốc gia
    share|digital.online_payment_on_national_portal_rate|thủ tục có nghĩa vụ tài chính|đưa thanh toán lên Cổng DVC quốc gia
    share|digital.online_payment_transaction_rate|giao dịch thanh toán phí, lệ phí|thực hiện trực tuyến
    share|digital.online_payment_transaction_rate|giao dịch thanh toán của TTHC|được thanh toán trực tuyến
    share|digital.online_payment_transaction_rate|giao dịch nộp phí, lệ phí, thuế đất|thanh toán bằng hình thức trực tuyến
    share|digital.video_conference_commune_rate|UBND cấp xã|kết nối hệ thống hội nghị trực tuyến đồng bộ|commune
    share|digital.video_conference_commune_rate|xã, phường|có điểm cầu hội nghị truyền hình trực tuyến đồng bộ với tỉnh|commune
    share|digital.video_conference_commune_rate|đơn vị cấp xã|triển khai hội nghị trực tuyến đồng bộ|commune
    share|digital.department_db_connected_rate|cơ sở dữ liệu tại các sở, ngành|liên thông được với nhau qua kết nối
    share|digital.department_db_connected_rate|cơ sở dữ liệu chuyên ngành ở các sở|kết nối, liên thông với nhau
    share|digital.department_db_connected_rate|cơ sở dữ liệu sở, ngành|kết nối liên thông phục vụ quản lý
    share|digital.department_data_integrated_rate|dữ liệu của sở, ngành|được tích hợp lên trục liên thông của tỉnh
    share|digital.department_data_integrated_rate|dữ liệu do các sở, ban, ngành quản lý|tích hợp với trục liên thông dữ liệu tỉnh
    share|digital.department_data_integrated_rate|dữ liệu sở, ngành|đưa vào trục liên thông, tích hợp dữ liệu cấp tỉnh
    share|digital.db_linked_to_centre_rate|cơ sở dữ liệu của tỉnh|được số hóa và liên thông với Trung ương
    share|digital.db_linked_to_centre_rate|cơ sở dữ liệu cấp tỉnh|số hóa xong, liên thông với các bộ, ngành Trung ương
    share|digital.db_linked_to_centre_rate|cơ sở dữ liệu tỉnh xây dựng|đã số hóa, kết nối liên thông lên Trung ương
    share|digital.cloud_systems_rate|hệ thống thông tin của tỉnh|vận hành trên điện toán đám mây
    share|digital.cloud_systems_rate|hệ thống thông tin|chạy trên hạ tầng điện toán đám mây
    share|digital.cloud_systems_rate|hệ thống thông tin của các cơ quan|được chuyển lên nền tảng điện toán đám mây
    share|digital.commune_5g_rate|trung tâm xã, phường|có sóng 5G|commune
    share|digital.commune_5g_rate|trung tâm các xã|được phủ sóng di động 5G|commune
    share|digital.commune_5g_rate|khu vực trung tâm xã|phủ sóng mạng 5G|commune
    share|digital.commune_digital_skills_rate|xã, phường|được tập huấn kỹ năng số|commune
    share|digital.commune_digital_skills_rate|UBND cấp xã|có cán bộ được tập huấn về kỹ năng số|commune
    share|digital.commune_digital_skills_rate|đơn vị hành chính cấp xã|tổ chức tập huấn kỹ năng số|commune
    share|digital.iso_maintained_rate|cơ quan hành chính|duy trì, cải tiến hệ thống quản lý chất lượng ISO 9001
    share|digital.iso_maintained_rate|cơ quan đã áp dụng|duy trì và cải tiến ISO 9001
    share|digital.iso_maintained_rate|sở, ngành, địa phương|duy trì, cải tiến thường xuyên ISO 9001
    """)
}
